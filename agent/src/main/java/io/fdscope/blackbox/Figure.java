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
 * @param of takes it from what was seen; a Long or a Double, always the same
 * @param <T> a sample, or what tracing knows
 */
public record Figure<T>(String name, Function<T, Number> of) {
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
            all.add(new Figure<>(KIND + kind.label(), s -> s.scan().count(kind)));
        }
        for (SocketGroup group : SocketGroup.values()) {
            all.add(new Figure<>(STATE + group.label(), s -> s.scan().count(group)));
        }
        return all;
    }

    /** Those of tracing; in the file they follow the others. */
    public static List<Figure<TracingFacts>> tracing() {
        return List.of(
                new Figure<>("heldAfterCloseCount", TracingFacts::heldAfterClose),
                new Figure<>("droppedWithoutCloseCount", TracingFacts::droppedWithoutClose));
    }

    private static void addReading(List<Figure<Sample>> all) {
        all.add(new Figure<>("readingEpochMillis", s -> s.reading().epochMillis()));
        all.add(new Figure<>("openCount", s -> s.reading().openCount()));
        all.add(new Figure<>("softLimit", s -> s.reading().limits().soft()));
        all.add(new Figure<>("hardLimit", s -> s.reading().limits().hard()));
        all.add(new Figure<>("headroom", s -> s.reading().headroom()));
        all.add(new Figure<>("utilization", s -> orUnknown(s.reading().utilization())));
        all.add(new Figure<>("growthPerMinute", s -> s.trend().growthPerMinute()));
        all.add(new Figure<>("secondsToExhaustion", s -> s.trend().secondsToExhaustion()));
    }

    private static void addScan(List<Figure<Sample>> all) {
        all.add(new Figure<>("socketCount", s -> s.scan().count(DescriptorGroup.SOCKET)));
        all.add(new Figure<>("unidentifiedSocketCount", s -> s.scan().unidentified()));
        all.add(new Figure<>("fileCount", s -> s.scan().count(DescriptorGroup.FILE)));
        all.add(new Figure<>("pipeCount", s -> s.scan().count(DescriptorGroup.PIPE)));
        all.add(new Figure<>("anonInodeCount", s -> s.scan().count(DescriptorGroup.ANON_INODE)));
        all.add(new Figure<>("otherCount", s -> s.scan().count(DescriptorGroup.OTHER)));
        all.add(new Figure<>("ownCount", s -> (long) s.scan().own()));
        all.add(new Figure<>("lastScanEpochMillis", s -> s.scan().reading().epochMillis()));
        all.add(new Figure<>("lastScanMillis", s -> s.scan().durationNanos() / 1e6));
        all.add(new Figure<>("scanShare", Sample::scanShare));
        all.add(new Figure<>("scanCount", s -> s.scan().number()));
    }

    private static void addKernel(List<Figure<Sample>> all) {
        all.add(new Figure<>("systemOpenCount", s -> s.reading().systemFiles().open()));
        all.add(new Figure<>("systemMaxCount", s -> s.reading().systemFiles().max()));
        all.add(new Figure<>("kernelSocketsUsed", s -> s.reading().sockets().used()));
        all.add(new Figure<>("kernelTcpAllocated", s -> s.reading().sockets().tcpAllocated()));
        all.add(new Figure<>("kernelTcpInUse", s -> s.reading().sockets().tcpInUseBothFamilies()));
        all.add(new Figure<>("kernelTcpOrphaned", s -> s.reading().sockets().tcpOrphaned()));
        all.add(new Figure<>("kernelTcpTimeWait", s -> s.reading().sockets().tcpTimeWait()));
    }

    private static double orUnknown(double value) {
        return Double.isNaN(value) ? -1 : value;
    }
}
