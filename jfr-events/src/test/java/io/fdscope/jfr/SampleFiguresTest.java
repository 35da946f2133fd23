package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.PageSize;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import org.junit.jupiter.api.Test;

class SampleFiguresTest {
    private final SampleFigures figures = new SampleFigures(new PageSize(4096), () -> TracingFacts.NONE);

    @Test
    void usageShowsReadingScanAndTrend() {
        Reading reading = Samples.reading(250, new Limits(1000, 4000));
        Scan scan = Samples.scan(reading, Samples.oneOfEachKind(), true);
        FileDescriptorUsageEvent event = usage(Samples.of(reading, scan, new Trend(30.5, 1475.4)));
        assertThat(event.openCount).isEqualTo(250);
        assertThat(event.softLimit).isEqualTo(1000);
        assertThat(event.hardLimit).isEqualTo(4000);
        assertThat(event.headroom).isEqualTo(750);
        assertThat(event.utilization).isEqualTo(0.25f);
        assertThat(event.socketCount).isEqualTo(1);
        assertThat(event.unidentifiedSocketCount).isZero();
        assertThat(event.heldAfterCloseCount).isEqualTo(-1);
        assertThat(event.fileCount).isEqualTo(4);
        assertThat(event.pipeCount).isEqualTo(1);
        assertThat(event.anonInodeCount).isEqualTo(3);
        assertThat(event.otherCount).isEqualTo(2);
        assertThat(event.growthPerMinute).isEqualTo(30.5);
        assertThat(event.timeToExhaustion).isEqualTo(1_475_400);
    }

    @Test
    void usageThatCouldNotBeReadIsUnknownEverywhere() {
        FileDescriptorUsageEvent event = usage(Sample.NONE);
        assertThat(new int[] {
                    event.openCount,
                    event.softLimit,
                    event.hardLimit,
                    event.headroom,
                    event.socketCount,
                    event.unidentifiedSocketCount,
                    event.heldAfterCloseCount,
                    event.fileCount,
                    event.pipeCount,
                    event.anonInodeCount,
                    event.otherCount
                })
                .containsOnly(-1);
        assertThat(event.utilization).isNaN();
        assertThat(event.growthPerMinute).isNaN();
        assertThat(event.timeToExhaustion).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void unlimitedIsTheGreatestIntAndUsesNothingUp() {
        Reading reading = Samples.reading(250, new Limits(Limits.UNLIMITED, Limits.UNLIMITED));
        FileDescriptorUsageEvent event = usage(Samples.of(reading, Scan.NONE, Trend.UNKNOWN));
        assertThat(event.softLimit).isEqualTo(Integer.MAX_VALUE);
        assertThat(event.hardLimit).isEqualTo(Integer.MAX_VALUE);
        assertThat(event.headroom).isEqualTo(Integer.MAX_VALUE);
        assertThat(event.utilization).isZero();
    }

    @Test
    void countsBeyondIntAreTheGreatestInt() {
        Reading reading = Samples.reading(3_000_000_000L, new Limits(4_000_000_000L, 5_000_000_000L));
        FileDescriptorUsageEvent event = usage(Samples.of(reading, Scan.NONE, Trend.UNKNOWN));
        assertThat(event.openCount).isEqualTo(Integer.MAX_VALUE);
        assertThat(event.softLimit).isEqualTo(Integer.MAX_VALUE);
        assertThat(event.headroom).isEqualTo(1_000_000_000);
        assertThat(event.utilization).isEqualTo(0.75f);
    }

    @Test
    void aCountBeyondALoweredLimitLeavesNothingAndUsesMoreThanAll() {
        Reading reading = Samples.reading(300, new Limits(200, 4000));
        FileDescriptorUsageEvent event = usage(Samples.of(reading, Scan.NONE, new Trend(12, 0)));
        assertThat(event.headroom).isZero();
        assertThat(event.utilization).isEqualTo(1.5f);
        assertThat(event.timeToExhaustion).isZero();
    }

    @Test
    void aTimeBeyondNanosecondsIsTheGreatestThatFits() {
        Reading reading = Samples.reading(250, new Limits(1000, 4000));
        FileDescriptorUsageEvent event = usage(Samples.of(reading, Scan.NONE, new Trend(1e-300, 1e300)));
        assertThat(event.timeToExhaustion / 1e3 / 86_400 / 365.25).isCloseTo(292, within(1.0));
    }

    @Test
    void allFieldsButUnboundUdpAddUpToTheSockets() {
        DescriptorTable table = Samples.oneSocketInEachState();
        SocketStatesEvent event = states(Samples.scan(Reading.NONE, table, true));
        assertThat(new int[] {
                    event.established,
                    event.synSent,
                    event.synReceived,
                    event.finWaitOne,
                    event.finWaitTwo,
                    event.timeWait,
                    event.close,
                    event.closeWait,
                    event.lastAck,
                    event.listen,
                    event.closing,
                    event.newSynReceived,
                    event.udpBound
                })
                .containsOnly(1);
        assertThat(event.unixSockets).isEqualTo(5);
        assertThat(event.otherSockets).isEqualTo(2);
        assertThat(event.unidentifiedSocketCount)
                .as("unbound UDP is a part of it")
                .isEqualTo(2);
        assertThat(event.udpUnbound).isEqualTo(1);
        assertThat(table.size()).isEqualTo(13 + 5 + 2 + 2);
    }

    @Test
    void theSameNameMeansTheSameInBothEvents() {
        Scan scan = Samples.scan(Reading.NONE, Samples.oneSocketInEachState(), true);
        FileDescriptorUsageEvent usage = usage(Samples.of(Reading.NONE, scan, Trend.UNKNOWN));
        assertThat(states(scan).unidentifiedSocketCount).isEqualTo(usage.unidentifiedSocketCount);
    }

    @Test
    void statesThatCouldNotBeToldAreUnknownThoughSocketsWereCounted() {
        Scan scan = Samples.scan(Reading.NONE, Samples.oneSocketInEachState(), false);
        SocketStatesEvent states = states(scan);
        FileDescriptorUsageEvent usage = usage(Samples.of(Reading.NONE, scan, Trend.UNKNOWN));
        assertThat(states.established).isEqualTo(-1);
        assertThat(states.otherSockets).isEqualTo(-1);
        assertThat(states.unidentifiedSocketCount).isEqualTo(-1);
        assertThat(usage.unidentifiedSocketCount).isEqualTo(-1);
        assertThat(usage.socketCount).isEqualTo(22);
    }

    @Test
    void kernelSocketUsageAddsTheFamiliesUpAndShowsMemoryInBytes() {
        KernelSocketUsageEvent event = new KernelSocketUsageEvent();
        figures.kernelSocketUsage(event, Samples.unidentified(0));
        assertThat(event.socketsUsed).isEqualTo(290);
        assertThat(event.tcpAllocated).isEqualTo(30);
        assertThat(event.tcpInUse).isEqualTo(25);
        assertThat(event.tcpSixInUse).isEqualTo(20);
        assertThat(event.tcpOrphaned).isEqualTo(1);
        assertThat(event.tcpTimeWait).isEqualTo(2);
        assertThat(event.tcpMemory).isEqualTo(3 * 4096);
        assertThat(event.udpInUse).isEqualTo(12);
        assertThat(event.udpSixInUse).isEqualTo(8);
        assertThat(event.udpMemory).isEqualTo(7 * 4096);
        assertThat(event.rawInUse).isEqualTo(15);
        assertThat(event.rawSixInUse).isEqualTo(9);
    }

    @Test
    void aMachineWithoutIpv6HasNoUnknownTotals() {
        SocketFigures without = new SocketFigures(290, 5, 1, 2, 30, 3, 4, 7, 6, -1, -1, -1);
        KernelSocketUsageEvent event = new KernelSocketUsageEvent();
        figures.kernelSocketUsage(event, withFigures(without, SystemFiles.UNKNOWN));
        assertThat(new int[] {event.tcpInUse, event.udpInUse, event.rawInUse}).containsExactly(5, 4, 6);
        assertThat(new int[] {event.tcpSixInUse, event.udpSixInUse, event.rawSixInUse})
                .containsOnly(-1);
    }

    @Test
    void kernelFiguresThatCouldNotBeReadAreUnknown() {
        KernelSocketUsageEvent event = new KernelSocketUsageEvent();
        figures.kernelSocketUsage(event, Sample.NONE);
        assertThat(new int[] {
                    event.socketsUsed,
                    event.tcpAllocated,
                    event.tcpInUse,
                    event.tcpSixInUse,
                    event.tcpOrphaned,
                    event.tcpTimeWait,
                    event.udpInUse,
                    event.udpSixInUse,
                    event.rawInUse,
                    event.rawSixInUse
                })
                .containsOnly(-1);
        assertThat(new long[] {event.tcpMemory, event.udpMemory}).containsOnly(-1);
    }

    @Test
    void memoryIsUnknownWhereThePageSizeIs() {
        KernelSocketUsageEvent event = new KernelSocketUsageEvent();
        new SampleFigures(new PageSize(-1), () -> TracingFacts.NONE).kernelSocketUsage(event, Samples.unidentified(0));
        assertThat(new long[] {event.tcpMemory, event.udpMemory}).containsOnly(-1);
    }

    @Test
    void systemFilesWithoutALimitAreUnlimited() {
        SystemFileUsageEvent event = new SystemFileUsageEvent();
        figures.systemFileUsage(event, withFigures(Samples.SOCKETS, new SystemFiles(1184, Long.MAX_VALUE)));
        assertThat(event.allocatedFiles).isEqualTo(1184);
        assertThat(event.maxFiles).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void systemFilesThatCouldNotBeReadAreUnknown() {
        SystemFileUsageEvent event = new SystemFileUsageEvent();
        figures.systemFileUsage(event, Sample.NONE);
        assertThat(event.allocatedFiles).isEqualTo(-1);
        assertThat(event.maxFiles).isEqualTo(-1);
    }

    private static Sample withFigures(SocketFigures sockets, SystemFiles files) {
        Reading reading = new Reading(Samples.NOW, 1, 10, new Limits(100, 100), files, sockets);
        return Samples.of(reading, Scan.NONE, Trend.UNKNOWN);
    }

    private FileDescriptorUsageEvent usage(Sample sample) {
        FileDescriptorUsageEvent event = new FileDescriptorUsageEvent();
        figures.usage(event, sample);
        return event;
    }

    private SocketStatesEvent states(Scan scan) {
        SocketStatesEvent event = new SocketStatesEvent();
        figures.socketStates(event, Samples.of(Reading.NONE, scan, Trend.UNKNOWN));
        return event;
    }
}
