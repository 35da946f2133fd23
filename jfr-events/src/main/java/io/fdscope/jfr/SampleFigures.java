package io.fdscope.jfr;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.PageSize;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import java.util.function.Supplier;

/** Turns a sample, and what tracing knows, into the fields of the periodic events, with the values that stand for unknown and unlimited. */
final class SampleFigures {
    /** What the flight recorder's own tools print as N/A. */
    static final long UNKNOWN_TIME = Long.MIN_VALUE;

    /** 292 years: what fits into nanoseconds, the unit to which readers convert. */
    private static final double MOST_SECONDS = Long.MAX_VALUE / 1e9;

    private final PageSize pageSize;
    private final Supplier<TracingFacts> tracing;

    SampleFigures(PageSize pageSize, Supplier<TracingFacts> tracing) {
        this.pageSize = pageSize;
        this.tracing = tracing;
    }

    void usage(FileDescriptorUsageEvent event, Sample sample) {
        Reading reading = sample.reading();
        event.openCount = count(reading.openCount());
        event.softLimit = count(reading.limits().soft());
        event.hardLimit = count(reading.limits().hard());
        event.headroom = count(reading.headroom());
        event.utilization = (float) reading.utilization();
        Scan scan = sample.scan();
        event.socketCount = count(scan.count(DescriptorGroup.SOCKET));
        event.unidentifiedSocketCount = count(scan.unidentified());
        event.heldAfterCloseCount = count(tracing.get().heldAfterClose());
        event.fileCount = count(scan.count(DescriptorGroup.FILE));
        event.pipeCount = count(scan.count(DescriptorGroup.PIPE));
        event.anonInodeCount = count(scan.count(DescriptorGroup.ANON_INODE));
        event.otherCount = count(scan.count(DescriptorGroup.OTHER));
        event.growthPerMinute = sample.trend().growthPerMinute();
        event.timeToExhaustion = millis(sample.trend().secondsToExhaustion());
    }

    void socketStates(SocketStatesEvent event, Sample sample) {
        Scan scan = sample.scan();
        event.established = count(scan.count(SocketGroup.ESTABLISHED));
        event.synSent = count(scan.count(SocketGroup.SYN_SENT));
        event.synReceived = count(scan.count(SocketGroup.SYN_RECEIVED));
        event.finWaitOne = count(scan.count(SocketGroup.FIN_WAIT_ONE));
        event.finWaitTwo = count(scan.count(SocketGroup.FIN_WAIT_TWO));
        event.timeWait = count(scan.count(SocketGroup.TIME_WAIT));
        event.close = count(scan.count(SocketGroup.CLOSE));
        event.closeWait = count(scan.count(SocketGroup.CLOSE_WAIT));
        event.lastAck = count(scan.count(SocketGroup.LAST_ACK));
        event.listen = count(scan.count(SocketGroup.LISTEN));
        event.closing = count(scan.count(SocketGroup.CLOSING));
        event.newSynReceived = count(scan.count(SocketGroup.NEW_SYN_RECEIVED));
        event.udpBound = count(scan.count(SocketGroup.UDP_BOUND));
        event.udpUnbound = count(scan.count(SocketGroup.UDP_UNBOUND));
        event.unixSockets = count(scan.count(SocketGroup.UNIX));
        event.otherSockets = count(scan.count(SocketGroup.OTHER));
        event.unidentifiedSocketCount = count(scan.count(SocketGroup.UNIDENTIFIED));
    }

    void kernelSocketUsage(KernelSocketUsageEvent event, Sample sample) {
        SocketFigures figures = sample.reading().sockets();
        event.socketsUsed = count(figures.used());
        event.tcpAllocated = count(figures.tcpAllocated());
        event.tcpInUse = count(figures.tcpInUseBothFamilies());
        event.tcpSixInUse = count(figures.tcp6InUse());
        event.tcpOrphaned = count(figures.tcpOrphaned());
        event.tcpTimeWait = count(figures.tcpTimeWait());
        event.tcpMemory = pageSize.toBytes(figures.tcpMemoryPages());
        event.udpInUse = count(bothFamilies(figures.udpInUse(), figures.udp6InUse()));
        event.udpSixInUse = count(figures.udp6InUse());
        event.udpMemory = pageSize.toBytes(figures.udpMemoryPages());
        event.rawInUse = count(bothFamilies(figures.rawInUse(), figures.raw6InUse()));
        event.rawSixInUse = count(figures.raw6InUse());
    }

    void systemFileUsage(SystemFileUsageEvent event, Sample sample) {
        event.allocatedFiles = count(sample.reading().systemFiles().open());
        event.maxFiles = count(sample.reading().systemFiles().max());
    }

    /** −1 stays unknown; unlimited, {@link Long#MAX_VALUE}, becomes {@link Integer#MAX_VALUE}, as all beyond it. */
    static int count(long value) {
        return (int) Math.min(Integer.MAX_VALUE, value);
    }

    private static long bothFamilies(long four, long six) {
        return four < 0 ? six : four + Math.max(0, six);
    }

    /** Seconds in milliseconds; those below 0 are unknown. */
    static long millis(double seconds) {
        return seconds >= 0 ? (long) (Math.min(MOST_SECONDS, seconds) * 1000) : UNKNOWN_TIME;
    }
}
