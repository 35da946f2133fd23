package io.fdscope.recording;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who was talked to, from the JDK's own events SocketRead and SocketWrite. Bounded at {@value #MOST_ENDS} ends. */
public final class Traffic {
    static final int MOST_ENDS = 1000;

    private final Map<RemoteEnds.Address, Talk> talks = new HashMap<>();
    private long leftOut;

    /**
     * What went to and came from one remote end, as far as it was slow enough to be recorded.
     *
     * @param address which it is
     * @param reads how many reads took longer than the recording's threshold
     * @param writes the same of writes
     * @param bytesRead bytes that came by those
     * @param bytesWritten bytes that went by those
     * @param longestNanos the longest of them, nanoseconds
     */
    public record Talk(
            RemoteEnds.Address address, long reads, long writes, long bytesRead, long bytesWritten, long longestNanos) {
        private Talk and(boolean read, long bytes, long nanos) {
            return new Talk(
                    address,
                    reads + (read ? 1 : 0),
                    writes + (read ? 0 : 1),
                    bytesRead + (read ? bytes : 0),
                    bytesWritten + (read ? 0 : bytes),
                    Math.max(longestNanos, nanos));
        }
    }

    void add(EventValues event) {
        boolean read = event.name().equals(JdkEvents.SOCKET_READ);
        RemoteEnds.Address address =
                new RemoteEnds.Address(event.text("host"), event.text("address"), Math.max(0, event.number("port")));
        if (talks.size() >= MOST_ENDS && !talks.containsKey(address)) {
            leftOut++;
            return;
        }
        long bytes = Math.max(0, event.number(read ? "bytesRead" : "bytesWritten"));
        Talk before = talks.getOrDefault(address, new Talk(address, 0, 0, 0, 0, 0));
        talks.put(address, before.and(read, bytes, event.durationNanos()));
    }

    /** The busiest first. */
    public List<Talk> talks() {
        return talks.values().stream()
                .sorted(Comparator.<Talk>comparingLong(each -> each.reads() + each.writes())
                        .reversed()
                        .thenComparing(each -> each.address().toString()))
                .toList();
    }

    /** Events of ends that found no room here. */
    public long leftOut() {
        return leftOut;
    }
}
