package io.fdscope.recording;

import io.fdscope.event.FieldNames;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who needed a descriptor when there was none: from our events DescriptorsExhausted, else from the JDK's events of
 * exceptions. Bounded at {@value #MOST_VICTIMS} stacks.
 */
public final class Exhaustions {
    static final int MOST_VICTIMS = 200;
    private static final String TOO_MANY = "Too many open files";

    private final Map<Key, Victim> ours = new HashMap<>();
    private final Map<Key, Victim> thrown = new HashMap<>();
    private long notRecorded;

    private record Key(List<String> frames, String failure) {}

    /**
     * One stack that failed in one way.
     *
     * @param frames innermost first
     * @param failure what was thrown
     * @param count how often
     * @param firstMillis when first, milliseconds since 1970
     * @param lastMillis when last
     */
    public record Victim(
            List<StackTraceElement> frames, String failure, long count, long firstMillis, long lastMillis) {
        private Victim and(long millis) {
            return new Victim(frames, failure, count + 1, Math.min(firstMillis, millis), Math.max(lastMillis, millis));
        }
    }

    void exhausted(EventValues event) {
        notRecorded += Math.max(0, event.number(FieldNames.LEFT_OUT_COUNT));
        add(ours, event, event.text(FieldNames.FAILURE));
    }

    void thrown(EventValues event) {
        String message = event.text("message");
        if (message.contains(TOO_MANY)) {
            add(thrown, event, message);
        }
    }

    private void add(Map<Key, Victim> victims, EventValues event, String failure) {
        // Our own frames on top are taken off.
        List<StackTraceElement> frames = CreationSite.of(
                        OpenedBy.SOCKET, event.frames().toArray(StackTraceElement[]::new))
                .frames();
        Key key = new Key(frames.stream().map(CreationSite::line).toList(), failure);
        if (victims.size() < MOST_VICTIMS || victims.containsKey(key)) {
            long millis = event.startMillis();
            victims.merge(key, new Victim(frames, failure, 1, millis, millis), (old, one) -> old.and(millis));
        } else {
            notRecorded++;
        }
    }

    /** The most frequent first. */
    public List<Victim> victims() {
        return (ours.isEmpty() ? thrown : ours)
                .values().stream()
                        .sorted(Comparator.comparingLong(Victim::count)
                                .reversed()
                                .thenComparing(Victim::firstMillis)
                                .thenComparing(Victim::failure))
                        .toList();
    }

    /** Failures that got no event, or no room here. */
    public long notRecorded() {
        return notRecorded;
    }
}
