package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.leak.LeakSources;
import io.fdscope.origin.CreationLookup;
import io.fdscope.probe.NoProbe;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bean does when it is written to, asked wrongly, or fails; and how it comes and goes. */
class FileDescriptorsBeanTest {
    private final Faults faults = new Faults();
    private final ProcessFigures nothing =
            new ProcessFigures(Path.of("/nonexistent"), () -> -1, new OwnFiles(), faults);
    private final Sampler sampler = new Sampler(nothing, new NoProbe(), SamplerPeriods.DEFAULT, faults);
    private final AtomicInteger wakes = new AtomicInteger();
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final List<String> said = new ArrayList<>();
    private final FakeVerdicts verdicts = new FakeVerdicts();
    private LeakSources leaks = verdicts.sources();
    private long expectedFaults;
    private boolean broken;

    @AfterEach
    void onlyTheExpectedHasFailed() {
        nothing.close();
        assertThat(faults.count()).as("%s", faults.byKind()).isEqualTo(expectedFaults);
    }

    @Test
    void aChangedPeriodCountsAtOnce() throws JMException {
        BeanClient client = client(Samples::rich);
        client.set("CountPeriodMillis", 250L);
        client.set("ScanPeriodMillis", 86_400_000L);

        assertThat(client.number("CountPeriodMillis")).isEqualTo(250);
        assertThat(client.number("ScanPeriodMillis")).isEqualTo(86_400_000);
        assertThat(wakes).hasValue(2);
    }

    @Test
    void aBadPeriodIsRefusedInOneLineAndChangesNothing() throws JMException {
        BeanClient client = client(Samples::rich);

        assertRefused(() -> client.set("CountPeriodMillis", 9L), "periods are .*: count PT0.009S, scan PT10S");
        assertRefused(() -> client.set("ScanPeriodMillis", -1L), "periods are .*: count PT1S, scan PT-0.001S");
        assertRefused(() -> client.set("CountPeriodMillis", Long.MAX_VALUE), "periods are .*: count PT.*S, scan PT10S");
        assertRefused(
                () -> client.set("ScanPeriodMillis", FileDescriptorsMXBean.MOST_PERIOD_MILLIS + 1), "periods are .*");
        assertThat(sampler.periods()).isEqualTo(SamplerPeriods.DEFAULT);
        assertThat(wakes).hasValue(0);
    }

    @Test
    void tracingIsSwitchedByAttribute() throws JMException {
        FakeTracing tracing = new FakeTracing();
        leaks = new LeakSources(verdicts, verdict -> "", CreationLookup.NONE, tracing);
        BeanClient client = client(Samples::rich);
        client.set("TraceEnabled", true);

        assertThat(client.get("TraceEnabled")).isEqualTo(true);
        assertThat(client.get("ActiveHooks")).isEqualTo(21);
        assertThat((String[]) client.get("MissingHooks")).containsExactly("accept of async unix");
        client.set("TraceEnabled", false);
        assertThat(client.get("TraceEnabled")).isEqualTo(false);
        assertThat(client.get("ActiveHooks")).isEqualTo(0);
    }

    @Test
    void whatCannotTraceSaysWhy() throws JMException {
        BeanClient client = client(Samples::rich);
        client.set("TraceEnabled", false);

        assertThatThrownBy(() -> client.set("TraceEnabled", true))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class)
                .hasRootCauseMessage("the creation of sockets cannot be traced here: that takes the agent");
        assertThat(client.get("TraceEnabled")).isEqualTo(false);
    }

    @Test
    void rowsAreChosenByAnyNameThatTheyOrTheCountsShow() throws JMException {
        BeanClient client = client(Samples::rich);

        assertThat(BeanClient.fds(client.descriptors("", 100))).containsExactly(0, 1, 2, 3, 5, 6, 7, 8, 300);
        assertThat(BeanClient.fds(client.descriptors(null, 100))).hasSize(9);
        assertThat(BeanClient.fds(client.descriptors("socket", 100))).containsExactly(6, 7, 8, 300);
        assertThat(BeanClient.fds(client.descriptors("deletedfile", 100))).containsExactly(2);
        assertThat(BeanClient.fds(client.descriptors("tcp6", 100))).containsExactly(6, 7);
        assertThat(BeanClient.fds(client.descriptors("CLOSE_WAIT", 100))).containsExactly(7);
        assertThat(BeanClient.fds(client.descriptors("closeWait", 100))).containsExactly(7);
        assertThat(BeanClient.fds(client.descriptors("unidentified", 100))).containsExactly(8, 300);
        assertThat(BeanClient.fds(client.descriptors("unidentifiedSocketCount", 1)))
                .containsExactly(8);
        assertThat(client.descriptors("netlink", 100)).isEmpty();
    }

    @Test
    void theUnidentifiedAreTheSameByWhateverNameAndCount() throws JMException {
        BeanClient client = client(Samples::withUnboundUdp);

        assertThat(client.number("UnidentifiedSocketCount")).isEqualTo(3);
        assertThat(BeanClient.text(client.get("SocketCountByState")))
                .contains(" udpUnbound=1 ")
                .endsWith(" unidentifiedSocketCount=3");
        assertThat(BeanClient.fds(client.descriptors("unidentified", 100))).containsExactly(8, 300, 301);
        assertThat(BeanClient.fds(client.descriptors("unidentifiedSocketCount", 100)))
                .containsExactly(8, 300, 301);
        assertThat(BeanClient.fds(client.descriptors("udpUnbound", 100))).containsExactly(301);
    }

    @Test
    void aRowThatIsClosedOrNoLongerWhatWasAskedForIsLeftOut() throws JMException {
        BeanClient client = client(() -> Samples.completedBy(FileDescriptorsBeanTest::now));

        assertThat(BeanClient.fds(client.descriptors("", 100))).containsExactly(0, 1, 2, 3, 5, 6, 7, 300);
        assertThat(BeanClient.fds(client.descriptors("unidentified", 100))).containsExactly(300);
        assertThat(BeanClient.fds(client.descriptors("unidentified", 1))).containsExactly(300);
        assertThat(client.descriptors("closeWait", 100)).isEmpty();
        assertThat(BeanClient.text(client.descriptors("tcp6", 2).get(1))).contains("state=LAST_ACK");
    }

    /** Number 8 is closed and 7 a state further; the rest is as it was. */
    private static Optional<Descriptor> now(Descriptor row) {
        return switch (row.fd()) {
            case 7 -> Optional.of(row.with(SocketState.LAST_ACK, new EndpointPair(), Cause.UNKNOWN));
            case 8 -> Optional.empty();
            default -> Optional.of(row);
        };
    }

    @Test
    void aBadFilterOrLimitIsRefusedInOneLine() throws JMException {
        BeanClient client = client(Samples::rich);

        assertRefused(
                () -> client.descriptors("tpc6", 10), "filter is no kind, protocol or state of descriptors: 'tpc6'");
        assertRefused(() -> client.descriptors("", 0), "limit is 1 to 10000: 0");
        assertRefused(() -> client.descriptors("", 10_001), "limit is 1 to 10000: 10001");
        assertRefused(() -> client.leakSuspects(0), "limit is 1 to 1000: 0");
    }

    @Test
    void thereAreNoRowsWhereNothingCouldBeLookedAt() throws JMException {
        assertThat(client(() -> Sample.NONE).descriptors("", 100)).isEmpty();
    }

    @Test
    void anAttributeThatFailsIsUnknownAndCounted() throws JMException {
        BeanClient client = client(() -> broken ? fail() : Samples.rich());
        broken = true;

        assertThat(client.number("OpenCount")).isEqualTo(-1);
        assertThat(client.get("Utilization")).isEqualTo(-1.0);
        assertThat(client.get("GrowthPerMinute")).isEqualTo(Double.NaN);
        assertThat(client.get("Snapshot")).isNull();
        assertThat(client.number("FaultCount")).isEqualTo(4);
        assertThat(client.text()).contains("SoftLimit = -1", "Faults = jmx: java.lang.IllegalStateException=");
        expectedFaults = client.number("FaultCount");
    }

    @Test
    void anOperationThatFailsSaysSoInOneLineAndIsCounted() throws JMException {
        BeanClient client = client(() -> broken ? fail() : Samples.rich());
        broken = true;

        assertThatThrownBy(() -> client.descriptors("", 10))
                .isInstanceOf(MBeanException.class)
                .hasRootCauseMessage("fdscope failed: java.lang.IllegalStateException: torn");
        expectedFaults = 1;
    }

    @Test
    void whatAClientGetsWrongIsNoFaultOfOurs() throws JMException {
        BeanClient client = client(Samples::rich);

        assertThatThrownBy(() -> client.get("Nonsense")).isInstanceOf(AttributeNotFoundException.class);
        assertThat(server.getAttributes(client.name(), new String[] {"Nonsense", "OpenCount"}))
                .hasSize(1);
        assertThatThrownBy(() -> server.invoke(client.name(), "nonsense", new Object[0], new String[0]))
                .isInstanceOf(JMException.class);
    }

    @Test
    void theSecondFdscopeLeavesTheFirstAloneAndSaysSo() throws JMException {
        BeanClient client = client(Samples::rich);
        Announcer announcer = new Announcer(said::add);
        Registration second = bean(Samples::unlimited).register(server, announcer);
        second.close();

        assertThat(second.isRegistered()).isFalse();
        assertThat(client.number("SoftLimit")).isEqualTo(1000);
        assertThat(said)
                .containsExactly("MXBean io.fdscope:type=FileDescriptors is registered already, by another fdscope:"
                        + " leaving it alone");
    }

    @Test
    void closingTakesTheBeanDownOnce() throws JMException {
        ObjectName name = new ObjectName(FileDescriptorsMXBean.OBJECT_NAME);
        Registration registration = bean(Samples::rich).register(server, new Announcer(said::add));
        assertThat(server.isRegistered(name)).isTrue();
        assertThat(verdicts.listeners()).isEqualTo(1);
        registration.close();
        registration.close();

        assertThat(server.isRegistered(name)).isFalse();
        assertThat(registration.isRegistered()).isFalse();
        assertThat(verdicts.listeners()).isZero();
    }

    @Test
    void aBeanThatTheHostHasTakenDownIsNoFault() throws JMException {
        Registration registration = bean(Samples::rich).register(server, new Announcer(said::add));
        server.unregisterMBean(new ObjectName(FileDescriptorsMXBean.OBJECT_NAME));
        registration.close();

        assertThat(said).isEmpty();
    }

    private static void assertRefused(ThrowingCallable call, String linePattern) {
        assertThatThrownBy(call)
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .message()
                .matches(linePattern);
    }

    private static Sample fail() {
        throw new IllegalStateException("torn");
    }

    private BeanClient client(Supplier<Sample> latest) throws JMException {
        bean(latest).register(server, new Announcer(said::add));
        return new BeanClient(server);
    }

    private FileDescriptorsBean bean(Supplier<Sample> latest) {
        return new FileDescriptorsBean(
                new BeanSources(latest, sampler, wakes::incrementAndGet, Beans.alarms(), leaks, faults));
    }
}
