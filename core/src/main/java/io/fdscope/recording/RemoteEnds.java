package io.fdscope.recording;

import io.fdscope.event.FieldNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Connects by remote end, from events SocketConnected. Bounded at {@value #MOST_ENDS} ends: for one with failures another
 * goes that has none.
 */
public final class RemoteEnds {
    static final int MOST_ENDS = 1000;
    private static final int MOST_MISSED = 20_000;

    private final TimeBuckets buckets;
    private final Map<Address, End> ends = new HashMap<>();
    private final Map<Address, Missed> missed = new HashMap<>();
    private long notRecorded;
    private long leftOut;

    /**
     * A remote end.
     *
     * @param host as the program gave it
     * @param address in numbers; empty where unresolved
     * @param port 0 where there is none
     */
    public record Address(String host, String address, long port) {
        /** {@code db-1:3306}, or without a port {@code /run/app.sock}. */
        public String name() {
            String name = Stream.of(host, address)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("?");
            return port == 0 ? name : name + ":" + port;
        }
    }

    /** Connects to an end that had no room, none of which failed. */
    private record Missed(long attempts, long longestNanos, long totalNanos) {
        static final Missed NONE = new Missed(0, 0, 0);

        Missed and(EventValues event) {
            long nanos = event.durationNanos();
            return new Missed(attempts + 1, Math.max(longestNanos, nanos), totalNanos + nanos);
        }
    }

    /** What came of the connects to one of them. */
    public static final class End {
        private static final int MOST_FAILURES = 10;

        private final Address address;
        private final BucketCounts attempts;
        private final BucketCounts failed;
        private final Map<String, Long> failures = new LinkedHashMap<>();
        private long longestNanos;
        private long totalNanos;

        End(Address address, TimeBuckets buckets) {
            this.address = address;
            attempts = new BucketCounts(buckets);
            failed = new BucketCounts(buckets);
        }

        private void add(EventValues event) {
            attempts.add(event.startMillis(), 1);
            longestNanos = Math.max(longestNanos, event.durationNanos());
            totalNanos += event.durationNanos();
            if (hasFailed(event)) {
                failed.add(event.startMillis(), 1);
                String text = event.text(FieldNames.FAILURE);
                boolean room = failures.size() < MOST_FAILURES || failures.containsKey(text);
                failures.merge(room ? text : "others", 1L, Long::sum);
            }
        }

        private void add(Missed before) {
            attempts.addUndated(before.attempts());
            longestNanos = Math.max(longestNanos, before.longestNanos());
            totalNanos += before.totalNanos();
        }

        private Missed missed() {
            return new Missed(attempts.total(), longestNanos, totalNanos);
        }

        /** Which it is. */
        public Address address() {
            return address;
        }

        /** Every connect. */
        public BucketCounts attempts() {
            return attempts;
        }

        /** Those that failed. */
        public BucketCounts failed() {
            return failed;
        }

        /** What was thrown, with how often; empty text where it was closed before its outcome. */
        public Map<String, Long> failures() {
            return failures;
        }

        /** The longest connect, nanoseconds. */
        public long longestNanos() {
            return longestNanos;
        }

        /** All connects together, nanoseconds. */
        public long totalNanos() {
            return totalNanos;
        }
    }

    RemoteEnds(TimeBuckets buckets) {
        this.buckets = buckets;
    }

    void connected(EventValues event) {
        notRecorded += Math.max(0, event.number(FieldNames.LEFT_OUT_COUNT));
        Address address = new Address(
                event.text(FieldNames.HOST),
                event.text(FieldNames.ADDRESS),
                Math.max(0, event.number(FieldNames.PORT)));
        if (ends.size() < MOST_ENDS || ends.containsKey(address) || (hasFailed(event) && makeRoom())) {
            ends.computeIfAbsent(address, this::end).add(event);
        } else {
            leftOut++;
            if (!hasFailed(event)) {
                miss(address, missed.getOrDefault(address, Missed.NONE).and(event));
            }
        }
    }

    private End end(Address address) {
        End end = new End(address, buckets);
        Missed before = missed.getOrDefault(address, Missed.NONE);
        missed.remove(address);
        leftOut -= before.attempts();
        end.add(before);
        return end;
    }

    private void miss(Address address, Missed connects) {
        if (missed.size() < MOST_MISSED || missed.containsKey(address)) {
            missed.put(address, connects);
        }
    }

    private static boolean hasFailed(EventValues event) {
        return !event.flag(FieldNames.SUCCEEDED);
    }

    /** Returns whether there is room now. */
    private boolean makeRoom() {
        Optional<End> least = ends.values().stream()
                .filter(end -> end.failed().total() == 0)
                .min(Comparator.comparingLong(end -> end.attempts().total()));
        least.ifPresent(end -> {
            ends.remove(end.address());
            leftOut += end.attempts().total();
            miss(end.address(), end.missed());
        });
        return least.isPresent();
    }

    /** The ends, those with most failures first, then those with most connects. */
    public List<End> ends() {
        return ends.values().stream()
                .sorted(Comparator.<End>comparingLong(each -> each.failed().total())
                        .thenComparingLong(each -> each.attempts().total())
                        .reversed()
                        .thenComparing(each -> each.address().toString()))
                .toList();
    }

    /** Connects that got no event, for there were more than a thousand a second. */
    public long notRecorded() {
        return notRecorded;
    }

    /** Connects to ends that found no room here; none of them failed, unless that many ends have failures. */
    public long leftOut() {
        return leftOut;
    }
}
