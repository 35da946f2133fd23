package io.fdscope.jmc.items;

import io.fdscope.recording.RecordingContent;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.openjdk.jmc.common.item.IItemCollection;

/**
 * What a recording tells of descriptors, folded once however many ask. It takes some megabytes beside what JMC has loaded,
 * and goes when that has gone and the next question is asked. Safe from any thread: one asks at a time, the others wait.
 */
public final class RecordedItems {
    /** JMC makes each rule by itself, and hands them nothing in common but the recording. */
    private static final Map<IItemCollection, RecordedItems> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private RecordingContent content;

    private RecordedItems() {}

    /**
     * Asks one question.
     *
     * @param items the whole recording, the same object for each question
     * @param question must not keep the content, which is not thread safe
     */
    public static <T> T ask(IItemCollection items, Function<RecordingContent, T> question) {
        return ask(items, items, question);
    }

    /**
     * Asks one question of a recording that is read in a way of the asker's, should it not have been read yet.
     *
     * @param asRead the same items; where reading them throws, the next asker reads anew
     */
    public static <T> T ask(IItemCollection items, IItemCollection asRead, Function<RecordingContent, T> question) {
        return KNOWN.computeIfAbsent(items, unused -> new RecordedItems()).answer(asRead, question);
    }

    private synchronized <T> T answer(IItemCollection items, Function<RecordingContent, T> question) {
        if (content == null) {
            content = new ItemReader().read(items);
        }
        return question.apply(content);
    }
}
