package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.probe.NoProbe;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every attribute, as a client without our classes reads it, from samples made by hand. */
class FileDescriptorsValuesTest {
    private final Faults faults = new Faults();
    private final ProcessFigures nothing =
            new ProcessFigures(Path.of("/nonexistent"), () -> -1, new OwnFiles(), faults);
    private final Sampler idle = new Sampler(nothing, new NoProbe(), SamplerPeriods.DEFAULT, faults);
    private LeakSources leaks = LeakSources.NONE;
    private Sample sample = Sample.NONE;

    @AfterEach
    void nothingHasFailed() {
        nothing.close();
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void everyAttributeShowsTheSample() throws JMException {
        sample = Samples.rich();
        assertThat(attributes()).isEqualTo("""
                ActiveHooks = 0
                AnonInodeCount = 1
                CountByKind = regularFile=1 deletedFile=1 directory=0 socket=4 pipe=1 eventfd=0 eventpoll=1 \
                anonInode=0 device=1 memfd=0 other=0
                CountPeriodMillis = 1000
                DroppedWithoutCloseCount = -1
                FaultCount = 0
                Faults = (none)
                FileCount = 2
                ForeignNetnsSocketCount = -1
                GrowthPerMinute = 300.5
                HardLimit = 4096
                Headroom = 50
                HeldAfterCloseCount = -1
                KernelSocketsUsed = 290
                KernelTcpAllocated = 19993
                KernelTcpInUse = 15
                KernelTcpOrphaned = 1
                KernelTcpTimeWait = 2
                LastScanEpochMillis = 1700000060000
                LastScanMillis = 12.345678
                LeakSuspectCount = -1
                MissingHooks = []
                OpenCount = 950
                OtherCount = 1
                PipeCount = 1
                Probe = tables
                ReadingEpochMillis = 1700000062000
                ScanCount = 7
                ScanPeriodMillis = 10000
                ScanShare = 0.0042
                SecondsToExhaustion = 9.98
                SocketCount = 4
                SocketCountByState = established=1 synSent=0 synReceived=0 finWaitOne=0 finWaitTwo=0 timeWait=0 \
                close=0 closeWait=1 lastAck=0 listen=0 closing=0 newSynReceived=0 udpBound=0 udpUnbound=0 \
                unixSockets=0 otherSockets=0 unidentifiedSocketCount=2
                SoftLimit = 1000
                SystemMaxCount = 9223372036854775807
                SystemOpenCount = 1184
                TraceEnabled = false
                UnidentifiedSocketCount = 2
                Utilization = 0.95""");
    }

    @Test
    void everythingIsUnknownBeforeTheFirstSample() throws JMException {
        assertThat(attributes()).isEqualTo("""
                ActiveHooks = 0
                AnonInodeCount = -1
                CountByKind = regularFile=-1 deletedFile=-1 directory=-1 socket=-1 pipe=-1 eventfd=-1 \
                eventpoll=-1 anonInode=-1 device=-1 memfd=-1 other=-1
                CountPeriodMillis = 1000
                DroppedWithoutCloseCount = -1
                FaultCount = 0
                Faults = (none)
                FileCount = -1
                ForeignNetnsSocketCount = -1
                GrowthPerMinute = NaN
                HardLimit = -1
                Headroom = -1
                HeldAfterCloseCount = -1
                KernelSocketsUsed = -1
                KernelTcpAllocated = -1
                KernelTcpInUse = -1
                KernelTcpOrphaned = -1
                KernelTcpTimeWait = -1
                LastScanEpochMillis = -1
                LastScanMillis = -1.0
                LeakSuspectCount = -1
                MissingHooks = []
                OpenCount = -1
                OtherCount = -1
                PipeCount = -1
                Probe = none
                ReadingEpochMillis = -1
                ScanCount = 0
                ScanPeriodMillis = 10000
                ScanShare = 0.0
                SecondsToExhaustion = -1.0
                SocketCount = -1
                SocketCountByState = established=-1 synSent=-1 synReceived=-1 finWaitOne=-1 finWaitTwo=-1 \
                timeWait=-1 close=-1 closeWait=-1 lastAck=-1 listen=-1 closing=-1 newSynReceived=-1 udpBound=-1 \
                udpUnbound=-1 unixSockets=-1 otherSockets=-1 unidentifiedSocketCount=-1
                SoftLimit = -1
                SystemMaxCount = -1
                SystemOpenCount = -1
                TraceEnabled = false
                UnidentifiedSocketCount = -1
                Utilization = -1.0""");
    }

    @Test
    void theSnapshotShowsTheScanAndTheReadingTakenWithIt() throws JMException {
        sample = Samples.rich();
        assertThat(BeanClient.text(client().get("Snapshot")).replaceAll("ageMillis=[0-9.]+", "ageMillis=(some)"))
                .isEqualTo("""
                {ageMillis=(some), anonInodeCount=1, countByKind=regularFile=1 deletedFile=1 directory=0 \
                socket=4 pipe=1 eventfd=0 eventpoll=1 anonInode=0 device=1 memfd=0 other=0, \
                epochMillis=1700000060000, fileCount=2, foreignNetnsSocketCount=-1, hardLimit=4096, \
                headroom=60, heldAfterCloseCount=-1, kernelSocketsUsed=290, kernelTcpAllocated=19993, \
                kernelTcpInUse=15, kernelTcpOrphaned=1, kernelTcpTimeWait=2, openCount=940, otherCount=1, \
                pipeCount=1, scanNumber=7, socketCount=4, socketCountByState=established=1 synSent=0 \
                synReceived=0 finWaitOne=0 finWaitTwo=0 timeWait=0 close=0 closeWait=1 lastAck=0 listen=0 \
                closing=0 newSynReceived=0 udpBound=0 udpUnbound=0 unixSockets=0 otherSockets=0 \
                unidentifiedSocketCount=2, softLimit=1000, systemMaxCount=9223372036854775807, \
                systemOpenCount=1184, unidentifiedSocketCount=2, utilization=0.94}""");
    }

    @Test
    void aMissingLimitIsTheLargestNumberAndUsesNothing() throws JMException {
        sample = Samples.unlimited();
        BeanClient client = client();
        assertThat(client.number("SoftLimit")).isEqualTo(Long.MAX_VALUE);
        assertThat(client.number("HardLimit")).isEqualTo(Long.MAX_VALUE);
        assertThat(client.number("Headroom")).isEqualTo(Long.MAX_VALUE);
        assertThat(client.get("Utilization")).isEqualTo(0.0);
        assertThat(client.get("GrowthPerMinute")).isEqualTo(-1.0);
        assertThat(client.get("SecondsToExhaustion")).isEqualTo(-1.0);
    }

    @Test
    void statesThatCouldNotBeToldAreUnknownWhileKindsAreKnown() throws JMException {
        sample = Samples.withoutSocketStates();
        BeanClient client = client();
        assertThat(client.number("SocketCount")).isEqualTo(4);
        assertThat(client.number("UnidentifiedSocketCount")).isEqualTo(-1);
        assertThat(BeanClient.text(client.get("SocketCountByState")).split(" "))
                .allMatch(state -> state.endsWith("=-1"));
    }

    @Test
    void theSnapshotSaysHowOldItIs() throws JMException {
        long before = System.nanoTime();
        sample = Samples.rich();
        CompositeData snapshot = (CompositeData) client().get("Snapshot");
        double atMost = (System.nanoTime() - before) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        assertThat((double) snapshot.get("ageMillis")).isBetween(0.0, atMost);
    }

    @Test
    void aRowShowsWhatIsKnownOfItsDescriptor() throws JMException {
        sample = Samples.rich();
        String rows =
                client().descriptors("", 10_000).stream().map(BeanClient::text).collect(Collectors.joining("\n"));
        assertThat(rows).isEqualTo("""
                {ageMillis=60000, cause=, creationSite=, creationThread=, endpoint=, fd=0, firstSeenEpochMillis=1700000000000, inode=4, kind=device, local=, \
                protocol=, remote=, state=}
                {ageMillis=60000, cause=, creationSite=, creationThread=, endpoint=, fd=1, firstSeenEpochMillis=1700000000000, inode=11, kind=regularFile, local=, \
                protocol=, remote=, state=}
                {ageMillis=60000, cause=, creationSite=, creationThread=, endpoint=, fd=2, firstSeenEpochMillis=1700000000000, inode=12, kind=deletedFile, local=, \
                protocol=, remote=, state=}
                {ageMillis=60000, cause=, creationSite=, creationThread=, endpoint=, fd=3, firstSeenEpochMillis=1700000000000, inode=13, kind=pipe, local=, \
                protocol=, remote=, state=}
                {ageMillis=60000, cause=, creationSite=, creationThread=, endpoint=, fd=5, firstSeenEpochMillis=1700000000000, inode=14, kind=eventpoll, local=, \
                protocol=, remote=, state=}
                {ageMillis=5000, cause=, creationSite=, creationThread=, endpoint=, fd=6, firstSeenEpochMillis=1700000055000, inode=5006, kind=socket, \
                local=127.0.0.1:8080, protocol=tcp6, remote=10.0.0.2:40006, state=ESTABLISHED}
                {ageMillis=5000, cause=, creationSite=, creationThread=, endpoint=, fd=7, firstSeenEpochMillis=1700000055000, inode=5007, kind=socket, \
                local=127.0.0.1:8080, protocol=tcp6, remote=10.0.0.2:40007, state=CLOSE_WAIT}
                {ageMillis=5000, cause=, creationSite=, creationThread=, endpoint=, fd=8, firstSeenEpochMillis=1700000055000, inode=5008, kind=socket, local=, \
                protocol=unknown, remote=, state=UNIDENTIFIED}
                {ageMillis=5000, cause=, creationSite=, creationThread=, endpoint=, fd=300, firstSeenEpochMillis=1700000055000, inode=5300, kind=socket, local=, \
                protocol=unknown, remote=, state=UNIDENTIFIED}""");
    }

    @Test
    void theAgeOfTheReadingIsThatOfTheSampleByOurClock() throws JMException {
        assertThat(client().text()).contains("\nReadingAgeMillis = -1\n");
        sample = Samples.rich();
        assertThat(age(client())).isNotNegative();
        Sample now = sample;
        sample = new Sample(aged(now.reading(), 3_600_000), now.scan(), now.trend(), now.scanShare(), now.probe());
        assertThat(age(client())).isGreaterThanOrEqualTo(3_600_000L);
    }

    private static long age(BeanClient client) throws JMException {
        return Long.parseLong(client.text().replaceAll("(?s).*\nReadingAgeMillis = (\\S+)\n.*", "$1"));
    }

    private static Reading aged(Reading reading, long millis) {
        return new Reading(
                reading.epochMillis(),
                reading.nanoTime() - TimeUnit.MILLISECONDS.toNanos(millis),
                reading.openCount(),
                reading.limits(),
                reading.systemFiles(),
                reading.sockets());
    }

    private String attributes() throws JMException {
        return client().text().replaceAll("\n(Snapshot|ReadingAgeMillis) = .*", "");
    }

    private BeanClient client() throws JMException {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        Beans.of(() -> sample, idle, leaks, faults).register(server, new Announcer(line -> {}));
        return new BeanClient(server);
    }
}
