package io.fdscope.recording;

import io.fdscope.procfs.ForeignWords;
import io.fdscope.procfs.NoDescriptorLeft;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the process of a recording words that no descriptor is left: in English; as our own events have it, which know the
 * language of their process; or as this machine's C library has it in the language that the recording names.
 */
final class ExhaustionWords {
    private static final int MOST = 20;
    /** Shorter ones could be anywhere in a message. */
    private static final int SHORTEST = 4;

    private final ForeignWords foreign;
    private final Set<String> words = new TreeSet<>(NoDescriptorLeft.ENGLISH);

    ExhaustionWords(ForeignWords foreign) {
        this.foreign = foreign;
    }

    /** From one of our own events: {@code java.net.SocketException: Zu viele offene Dateien}. */
    void learn(String failure) {
        int colon = failure.lastIndexOf(": ");
        add(colon < 0 ? "" : failure.substring(colon + 2));
    }

    /** From the languages that the recording names, the likeliest first. */
    void speak(List<String> languages) {
        foreign.in(languages).forEach(this::add);
    }

    private void add(String some) {
        if (some.strip().length() >= SHORTEST && words.size() < MOST) {
            words.add(some.strip());
        }
    }

    /** Whether a message holds them. */
    boolean areIn(String message) {
        return words.stream().anyMatch(message::contains);
    }

    /** Whether a message is nothing else. */
    boolean areAllOf(String message) {
        return words.contains(message.strip());
    }

    /** Whether there are more than the English ones. */
    boolean areForeignToo() {
        return words.size() > NoDescriptorLeft.ENGLISH.size();
    }
}
