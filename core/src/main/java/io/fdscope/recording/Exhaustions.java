package io.fdscope.recording;

import io.fdscope.event.FieldNames;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.procfs.ForeignWords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who needed a descriptor when there was none: from our events DescriptorsExhausted, which are of sockets, and from the JDK's
 * events of exceptions, by their words. Which words, in another language than English, is known at the end only: until then
 * all that may be meant are kept. Bounded at {@value #MOST_VICTIMS} stacks of each kind.
 */
public final class Exhaustions {
    static final int MOST_VICTIMS = 200;

    private final Map<Key, Victim> ours = new HashMap<>();
    private final Map<Key, Victim> thrown = new HashMap<>();
    private final Map<Key, Victim> unsure = new HashMap<>();
    private final ExhaustionWords words;
    private long notRecorded;
    private long unjudged;
    private List<String> languages = List.of();

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
        private Victim and(Victim more) {
            return new Victim(
                    frames,
                    failure,
                    count + more.count,
                    Math.min(firstMillis, more.firstMillis),
                    Math.max(lastMillis, more.lastMillis));
        }
    }

    Exhaustions(ForeignWords foreign) {
        words = new ExhaustionWords(foreign);
    }

    void exhausted(EventValues event) {
        String failure = event.text(FieldNames.FAILURE);
        words.learn(failure);
        notRecorded += Math.max(0, event.number(FieldNames.LEFT_OUT_COUNT));
        notRecorded += add(ours, event, failure) ? 0 : 1;
    }

    void thrown(EventValues event) {
        String message = event.text("message");
        if (words.areIn(message)) {
            notRecorded += add(thrown, event, message) ? 0 : 1;
        } else if (languages.isEmpty()) {
            unjudged += add(unsure, event, message) ? 0 : 1;
        }
    }

    /** The process words its failures in these languages, as far as is known by now. */
    void speaks(List<String> spoken) {
        if (!languages.equals(spoken)) {
            languages = List.copyOf(spoken);
            words.speak(languages);
        }
    }

    /** There are no more events. */
    void finish() {
        unsure.values().removeIf(victim -> !words.areIn(victim.failure()));
        unsure.forEach((key, victim) -> thrown.merge(key, victim, Victim::and));
        unsure.clear();
    }

    private static boolean add(Map<Key, Victim> victims, EventValues event, String failure) {
        // Our own frames on top are taken off.
        List<StackTraceElement> frames = CreationSite.of(
                        OpenedBy.SOCKET, event.frames().toArray(StackTraceElement[]::new))
                .frames();
        Key key = new Key(frames.stream().map(CreationSite::line).toList(), failure);
        if (victims.size() < MOST_VICTIMS || victims.containsKey(key)) {
            long millis = event.startMillis();
            victims.merge(key, new Victim(frames, failure, 1, millis, millis), Victim::and);
            return true;
        }
        return false;
    }

    /**
     * The most frequent first. Where there are events of ours, an exception that says nothing but that is of a socket as a
     * rule, and is among them already; one that says more is of a file or a program.
     */
    public List<Victim> victims() {
        Stream<Victim> others =
                thrown.values().stream().filter(victim -> ours.isEmpty() || !words.areAllOf(victim.failure()));
        return Stream.concat(ours.values().stream(), others)
                .sorted(Comparator.comparingLong(Victim::count)
                        .reversed()
                        .thenComparing(Victim::firstMillis)
                        .thenComparing(Victim::failure))
                .toList();
    }

    /** The language whose words for it are not known here, so that exceptions with them are not recognised. */
    public Optional<String> unknownLanguage() {
        return languages.stream()
                .filter(each -> !each.startsWith("en") && !words.areForeignToo())
                .findFirst();
    }

    /**
     * Exceptions before the language was known that had no room, so that nobody knows whether they were of that kind. 0 where
     * the process words its failures in English, in which they are known at once; and where its words are not known anyway.
     */
    public long unjudged() {
        return words.areForeignToo() ? unjudged : 0;
    }

    /** Failures that got no event, or no room here. */
    public long notRecorded() {
        return notRecorded;
    }
}
