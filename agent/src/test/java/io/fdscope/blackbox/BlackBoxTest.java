package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.fixture.Await;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Trend;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a black box says of the samples that were written into it. */
class BlackBoxTest extends BlackBoxCase {
    @Test
    void readerSaysWhatTheWriterWasGiven() throws IOException {
        BlackBoxWriter writer = open();
        Sample sample = process.sampler().scanNow();
        writer.accept(sample);

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(box.torn()).isFalse();
        assertThat(box.endedInOrder()).isFalse();
        assertThat(box.facts()).containsOnly(Map.entry("main", "Shop"), Map.entry("probe", sample.probe()));
        assertThat(box.figures()).containsExactlyInAnyOrderEntriesOf(figuresOf(sample));
        assertThat(box.verdict()).isEmpty();
        assertThat(box.suspects()).isEmpty();
        assertThat(box.timeline()).singleElement().satisfies(point -> {
            assertThat(point.openCount()).isEqualTo(sample.reading().openCount());
            assertThat(point.unidentifiedCount()).isEqualTo(sample.scan().unidentified());
        });
    }

    private static Map<String, Number> figuresOf(Sample sample) {
        Map<String, Number> figures = new HashMap<>();
        Figure.all().forEach(figure -> figures.put(figure.name(), figure.of().apply(sample)));
        Figure.tracing()
                .forEach(figure -> figures.put(figure.name(), figure.of().apply(TracingFacts.NONE)));
        return figures;
    }

    @Test
    void whatAScanFoundStaysUntilTheNextScan() throws IOException {
        BlackBoxWriter writer = open();
        Sample first = process.sampler().scanNow();
        writer.accept(first);
        Reading other = new Reading(
                1,
                2,
                3,
                new Limits(4, 5),
                new SystemFiles(6, 7),
                new SocketFigures(8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19));
        Sample between = new Sample(other, first.scan(), new Trend(20, 21), first.scanShare(), first.probe());
        writer.accept(between);
        assertThat(BlackBoxReader.read(writer.file()).figures()).containsExactlyInAnyOrderEntriesOf(figuresOf(between));

        try (SocketChannel one = SocketChannel.open()) {
            Sample second = process.sampler().scanNow();
            writer.accept(second);
            assertThat(one.isOpen()).isTrue();
            assertThat(second.scan().count(DescriptorGroup.SOCKET))
                    .isGreaterThan(first.scan().count(DescriptorGroup.SOCKET));
            assertThat(BlackBoxReader.read(writer.file()).figures())
                    .containsExactlyInAnyOrderEntriesOf(figuresOf(second));
        }
    }

    @Test
    void beforeTheFirstSampleItKnowsTheProcessButNoFigure() throws IOException {
        BlackBox box = BlackBoxReader.read(open().file());

        assertThat(box.facts()).containsOnly(Map.entry("main", "Shop"), Map.entry("probe", "none"));
        assertThat(box.figures())
                .containsEntry("openCount", -1L)
                .containsEntry("softLimit", -1L)
                .containsEntry("growthPerMinute", Double.NaN)
                .containsEntry("socketCount", -1L)
                .containsEntry("scanCount", 0L);
        assertThat(box.timeline()).isEmpty();
    }

    @Test
    void timelineKeepsTheLatest600ReadingsInOrder() throws IOException {
        BlackBoxWriter writer = open();
        for (int i = 0; i < 700; i++) {
            writer.accept(process.sampler().latest());
        }

        assertThat(BlackBoxReader.read(writer.file()).timeline()).hasSize(600);
    }

    @Test
    void allFiguresFitTheirPlace() {
        assertThat(Figure.all().size() + Figure.tracing().size()).isLessThanOrEqualTo(Layout.MAX_FIGURES);
        int nameBytes = Stream.concat(
                        Figure.all().stream().map(Figure::name),
                        Figure.tracing().stream().map(Figure::name))
                .mapToInt(name -> name.length() + 3)
                .sum();
        assertThat(nameBytes).isLessThan(Layout.AT_VALUES - Layout.AT_NAMES - 8);
    }

    @Test
    void holdsNoDescriptorOnceMapped() throws IOException {
        long before = process.sampler().scanNow().reading().openCount();
        BlackBoxWriter writer = open();

        assertThat(process.sampler().scanNow().reading().openCount()).isEqualTo(before);
        writer.close();
    }

    @Test
    void closingRemovesTheFileAndEndingKeepsIt() throws IOException {
        BlackBoxWriter writer = open();
        writer.ended();
        assertThat(BlackBoxReader.read(writer.file()).endedInOrder()).isTrue();

        writer.close();
        assertThat(writer.file()).doesNotExist();
    }

    @Test
    void whoEndsAndIsInterruptedEndsAllTheSame() throws IOException {
        BlackBoxWriter writer = open();
        Thread.currentThread().interrupt();
        writer.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(writer.file()).doesNotExist();
    }

    @Test
    void closingLeavesTheFileOfAnotherThatHasBegunSince() throws IOException {
        BlackBoxWriter one = open();
        BlackBoxWriter next = open();
        one.close();
        assertThat(BlackBoxReader.read(next.file()).pid())
                .isEqualTo(ProcessHandle.current().pid());
        next.close();
        assertThat(next.file()).doesNotExist();
    }

    @Test
    @Timeout(60)
    void whoEndsIsNotKeptByAWriterThatHangs() throws Exception {
        BlackBoxWriter writer = open();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread hanging = new Thread(() -> {
            synchronized (writer) { // As while it writes.
                held.countDown();
                await(over);
            }
        });
        hanging.start();
        await(held);

        writer.ended();
        assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessageContaining("within 500 ms");

        expectedFaults = 1;
        over.countDown();
        Await.until("it has been removed after all", () -> !Files.exists(writer.file()));
        hanging.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writingShowsInTheTimeOfTheFile() throws IOException {
        BlackBoxWriter writer = open();
        assertThat(writer.file().toFile().setLastModified(1_700_000_000_000L)).isTrue();
        writer.accept(process.sampler().scanNow());

        assertThat(writer.file().toFile().lastModified()).isGreaterThan(System.currentTimeMillis() - 60_000);
    }
}
