package io.fdscope.recording;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The figures that were recorded again and again. Unknown is NaN, and so is no limit. */
public final class RecordedSeries {
    private static final List<String> USAGE = List.of(
            FieldNames.OPEN_COUNT,
            FieldNames.SOFT_LIMIT,
            FieldNames.HARD_LIMIT,
            FieldNames.HEADROOM,
            FieldNames.SOCKET_COUNT,
            FieldNames.UNIDENTIFIED_SOCKET_COUNT,
            FieldNames.HELD_AFTER_CLOSE_COUNT,
            FieldNames.FILE_COUNT,
            FieldNames.PIPE_COUNT,
            FieldNames.ANON_INODE_COUNT,
            FieldNames.OTHER_COUNT,
            FieldNames.GROWTH_PER_MINUTE,
            FieldNames.TIME_TO_EXHAUSTION);
    private static final List<String> STATES =
            Arrays.stream(SocketGroup.values()).map(SocketGroup::label).toList();
    private static final List<String> KERNEL = List.of(
            FieldNames.TCP_ALLOCATED,
            FieldNames.TCP_IN_USE,
            FieldNames.TCP_ORPHANED,
            FieldNames.TCP_TIME_WAIT,
            FieldNames.SOCKETS_USED);
    private static final List<String> SYSTEM = List.of(FieldNames.ALLOCATED_FILES, FieldNames.MAX_FILES);

    private final Series usage = new Series(USAGE, 0);
    private final Series states = new Series(STATES, SocketGroup.UNIDENTIFIED.ordinal());
    private final Series kernel = new Series(KERNEL, 0);
    private final Series system = new Series(SYSTEM, 0);

    RecordedSeries() {}

    /** By name of the event. */
    Map<String, Consumer<EventValues>> takers() {
        return Map.of(
                EventNames.FILE_DESCRIPTOR_USAGE, event -> add(usage, event),
                EventNames.SOCKET_STATES, event -> add(states, event),
                EventNames.KERNEL_SOCKET_USAGE, event -> add(kernel, event),
                EventNames.SYSTEM_FILE_USAGE, event -> add(system, event));
    }

    private static void add(Series series, EventValues event) {
        double[] figures =
                series.names().stream().mapToDouble(name -> figure(name, event)).toArray();
        series.add(event.startMillis(), figures);
    }

    private static double figure(String name, EventValues event) {
        if (name.equals(FieldNames.GROWTH_PER_MINUTE)) {
            return event.fraction(name);
        }
        long number = event.number(name);
        return number < 0 || number == Integer.MAX_VALUE ? Double.NaN : number;
    }

    /** Events FileDescriptorUsage, by the names of their fields; the time to exhaustion in milliseconds. */
    public Series usage() {
        return usage;
    }

    /** Events SocketStates, by {@link SocketGroup#label}. */
    public Series states() {
        return states;
    }

    /** Events KernelSocketUsage. */
    public Series kernel() {
        return kernel;
    }

    /** Events SystemFileUsage. */
    public Series system() {
        return system;
    }
}
