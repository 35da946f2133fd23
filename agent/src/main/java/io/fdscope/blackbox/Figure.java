package io.fdscope.blackbox;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.TracingFacts;
import io.fdscope.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One number of a status, with the name that JSON uses: the MXBean attribute's with a small first letter, where there is
 * one. Unknown is −1 (growth: NaN), unlimited is {@link Long#MAX_VALUE}.
 *
 * @param name what it is called
 * @param isOfScan whether it stays as it is until the next scan
 * @param of takes it from what was seen; a Long or a Double, always the same
 * @param <T> a sample, or what tracing knows
 */
public record Figure<T>(String name, boolean isOfScan, Function<T, Number> of) {
    /** Prefix of the names of the counts by kind: {@code kind.eventpoll}. */
    public static final String KIND = "kind.";

    /** Prefix of the names of the counts by socket state: {@code state.closeWait}. */
    public static final String STATE = "state.";

    /** Those of a sample, in the order in which they are shown. */
    public static List<Figure<Sample>> all() {
        List<Figure<Sample>> all = new ArrayList<>();
        addReading(all);
        addScan(all);
        addKernel(all);
        for (DescriptorKind kind : DescriptorKind.values()) {
            all.add(scan(KIND + kind.label(), s -> s.scan().count(kind)));
        }
        for (SocketGroup group : SocketGroup.values()) {
            all.add(scan(STATE + group.label(), s -> s.scan().count(group)));
        }
        return all;
    }

    /** Those of tracing; in the file they follow the others. */
    public static List<Figure<TracingFacts>> tracing() {
        return List.of(
                new Figure<>("heldAfterCloseCount", true, TracingFacts::heldAfterClose),
                new Figure<>("droppedWithoutCloseCount", true, TracingFacts::droppedWithoutClose));
    }

    private static void addReading(List<Figure<Sample>> all) {
        all.add(reading("readingEpochMillis", s -> s.reading().epochMillis()));
        all.add(reading("openCount", s -> s.reading().openCount()));
        all.add(reading("softLimit", s -> s.reading().limits().soft()));
        all.add(reading("hardLimit", s -> s.reading().limits().hard()));
        all.add(reading("headroom", s -> s.reading().headroom()));
        all.add(reading("utilization", s -> orUnknown(s.reading().utilization())));
        all.add(reading("growthPerMinute", s -> s.trend().growthPerMinute()));
        all.add(reading("secondsToExhaustion", s -> s.trend().secondsToExhaustion()));
    }

    private static void addScan(List<Figure<Sample>> all) {
        all.add(scan("socketCount", s -> s.scan().count(DescriptorGroup.SOCKET)));
        all.add(scan("unidentifiedSocketCount", s -> s.scan().unidentified()));
        all.add(scan("foreignNetnsSocketCount", s -> s.scan().foreign()));
        all.add(scan("fileCount", s -> s.scan().count(DescriptorGroup.FILE)));
        all.add(scan("pipeCount", s -> s.scan().count(DescriptorGroup.PIPE)));
        all.add(scan("anonInodeCount", s -> s.scan().count(DescriptorGroup.ANON_INODE)));
        all.add(scan("otherCount", s -> s.scan().count(DescriptorGroup.OTHER)));
        all.add(scan("ownCount", s -> (long) s.scan().own()));
        all.add(scan("lastScanEpochMillis", s -> s.scan().reading().epochMillis()));
        all.add(scan("lastScanMillis", s -> s.scan().durationNanos() / 1e6));
        all.add(scan("scanShare", Sample::scanShare));
        all.add(scan("scanCount", s -> s.scan().number()));
    }

    private static void addKernel(List<Figure<Sample>> all) {
        all.add(reading("systemOpenCount", s -> s.reading().systemFiles().open()));
        all.add(reading("systemMaxCount", s -> s.reading().systemFiles().max()));
        all.add(reading("kernelSocketsUsed", s -> s.reading().sockets().used()));
        all.add(reading("kernelTcpAllocated", s -> s.reading().sockets().tcpAllocated()));
        all.add(reading("kernelTcpInUse", s -> s.reading().sockets().tcpInUseBothFamilies()));
        all.add(reading("kernelTcpOrphaned", s -> s.reading().sockets().tcpOrphaned()));
        all.add(reading("kernelTcpTimeWait", s -> s.reading().sockets().tcpTimeWait()));
    }

    private static Figure<Sample> reading(String name, Function<Sample, Number> of) {
        return new Figure<>(name, false, of);
    }

    private static Figure<Sample> scan(String name, Function<Sample, Number> of) {
        return new Figure<>(name, true, of);
    }

    private static double orUnknown(double value) {
        return Double.isNaN(value) ? -1 : value;
    }
}
