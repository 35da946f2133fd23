package io.fdscope.jmc.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.FakeEvent;
import io.fdscope.jmc.rules.WrittenRecording;
import io.fdscope.recording.RecordingContent;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

class RecordedItemsTest {
    private static final int LOST = 100;

    @TempDir
    private Path folder;

    private CountedItems items() throws Exception {
        Path file = WrittenRecording.write(folder.resolve("items.jfr"), FakeEvent.events(LOST).stream());
        return new CountedItems(JfrLoaderToolkit.loadEvents(file.toFile()));
    }

    @Test
    void itIsReadOnceHoweverManyAskAtTheSameTime() throws Exception {
        CountedItems items = items();

        long answers = IntStream.range(0, 50)
                .parallel()
                .filter(i ->
                        RecordedItems.ask(items, content -> content.creations().events()) == LOST)
                .count();

        assertThat(answers).isEqualTo(50);
        assertThat(items.readings()).isEqualTo(1);
    }

    @Test
    void whoReadsInAWayOfHisOwnReadsForTheOthers() throws Exception {
        CountedItems items = items();
        CountedItems asRead = new CountedItems(items);

        assertThat(RecordedItems.<Long>ask(
                        items, asRead, content -> content.creations().events()))
                .isEqualTo(LOST);
        assertThat(RecordedItems.<Long>ask(items, content -> content.creations().events()))
                .isEqualTo(LOST);
        assertThat(asRead.readings()).isEqualTo(1);
        assertThat(items.readings()).as("through the other alone").isEqualTo(1);
    }

    @Test
    void everyEventOfOursIsRead() throws Exception {
        RecordingContent expected = FakeEvent.recorded(LOST);
        Map<String, Long> counts = RecordedItems.ask(items(), RecordingContent::eventCounts);
        SortedMap<Integer, Long> failed = RecordedItems.ask(items(), RecordedItemsTest::failed);
        String usage = RecordedItems.ask(items(), RecordedItemsTest::usage);

        assertThat(counts).isEqualTo(expected.eventCounts()).containsKey(EventNames.SOCKET_OPENED);
        assertThat(failed).isEqualTo(failed(expected));
        assertThat(usage).isEqualTo(usage(expected));
    }

    private static SortedMap<Integer, Long> failed(RecordingContent content) {
        return content.connects().ends().get(0).failed().byIndex();
    }

    private static String usage(RecordingContent content) {
        return Arrays.deepToString(content.series().usage().points().toArray());
    }

    @Test
    void whatWasReadGoesWithTheRecording() throws Exception {
        IItemCollection items = items();
        WeakReference<RecordingContent> content = new WeakReference<>(RecordedItems.ask(items, Function.identity()));
        assertThat(items.hasItems()).isTrue();
        items = null;

        IItemCollection others = items();
        Await.until("it is collected", () -> {
            System.gc();
            RecordedItems.ask(others, RecordingContent::eventCounts);
            return content.get() == null;
        });
    }
}
