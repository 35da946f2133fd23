package io.fdscope.jfr.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.recording.RecordingContent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as users have them: whole, damaged, and none at all. */
class RecordingReaderTest {
    private static final int EVENTS = 1000;
    private static final int STATE = 64;

    @TempDir
    static Path shared;

    private static byte[] whole;
    private static List<Chunk> chunks;

    @TempDir
    Path folder;

    @Name("org.example.Mark")
    @StackTrace(false)
    static final class Mark extends Event {
        int chunk;
    }

    /** Three chunks, each with its marks. */
    @BeforeAll
    static void record() throws IOException {
        Path file = shared.resolve("whole.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JVMInformation").with("period", "beginChunk");
            recording.start();
            for (int chunk = 0; chunk < 3; chunk++) {
                for (int i = 0; i < EVENTS; i++) {
                    Mark mark = new Mark();
                    mark.chunk = chunk;
                    mark.commit();
                }
                if (chunk < 2) {
                    beginAChunk();
                }
            }
            recording.stop();
            recording.dump(file);
        }
        whole = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file)) {
            chunks = ChunkMap.of(channel).chunks();
        }
        assertThat(chunks).hasSizeGreaterThanOrEqualTo(3);
    }

    /** Another recording has the recorder begin a new chunk. */
    private static void beginAChunk() {
        try (Recording another = new Recording()) {
            another.start();
        }
    }

    @Test
    void aWholeRecordingIsReadWithoutAWord() throws IOException {
        ReadRecording read = read(whole);

        assertThat(read.problems()).isEmpty();
        assertThat(read.chunks()).isEqualTo(chunks.size());
        assertThat(marks(read)).isEqualTo(3 * EVENTS);
        assertThat(read.content().process().processIdentifier())
                .hasValue(ProcessHandle.current().pid());
    }

    @Test
    void ofOneThatIsCutOffTheWholeChunksAreRead() throws IOException {
        ReadRecording read = read(Arrays.copyOf(whole, whole.length - 100));

        assertThat(read.problems())
                .singleElement()
                .asString()
                .endsWith("is cut off or was never flushed: what it held is lost");
        assertThat(read.chunks()).isEqualTo(chunks.size() - 1);
        assertThat(marks(read)).isEqualTo(2 * EVENTS);
    }

    @Test
    void aChunkThatWasNotFinishedIsReadAsFarAsItWasFlushed() throws IOException {
        for (int state : new int[] {1, 7, 255}) {
            byte[] bytes = whole.clone();
            bytes[(int) chunks.get(chunks.size() - 1).offset() + STATE] = (byte) state;
            ReadRecording read = read(bytes);

            assertThat(read.problems()).singleElement().asString().contains("was not finished (the JVM was killed");
            assertThat(marks(read)).isEqualTo(3 * EVENTS);
        }
    }

    @Test
    void aDamagedChunkCostsNoOtherOne() throws IOException {
        Chunk damaged =
                chunks.stream().max(Comparator.comparingLong(Chunk::size)).orElseThrow();
        byte[] bytes = whole.clone();
        int from = (int) damaged.offset() + Chunk.HEADER;
        Arrays.fill(bytes, from, (int) (damaged.offset() + damaged.size()), (byte) 0x7f);
        ReadRecording read = read(bytes);

        assertThat(read.problems()).singleElement().asString().contains(" is damaged (");
        assertThat(marks(read)).isBetween(1L, 3L * EVENTS - 1);
    }

    @Test
    void whatStandsBetweenChunksIsLeftOut() throws IOException {
        int at = (int) chunks.get(1).offset();
        byte[] bytes = new byte[whole.length + 1000];
        System.arraycopy(whole, 0, bytes, 0, at);
        System.arraycopy(whole, at, bytes, at + 1000, whole.length - at);
        ReadRecording read = read(bytes);

        assertThat(read.problems()).containsExactly("1000 bytes belong to no chunk, and were left out");
        assertThat(marks(read)).isEqualTo(3 * EVENTS);
    }

    @Test
    void whateverIsWrongWithItTheOutcomeIsAReportOrOneLine() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = whole.clone();
            for (int hits = random.nextInt(8) + 1; hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(outcome(
                            Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length)))
                    .doesNotContain("\n");
        }
    }

    /** Anything else that is thrown fails the test. */
    private String outcome(byte[] bytes) throws IOException {
        try {
            return String.join("; ", read(bytes).problems());
        } catch (UnreadableRecordingException e) {
            return e.getMessage();
        }
    }

    @Test
    void whatIsNoRecordingIsSaidInOneLine() throws IOException {
        Path file = folder.resolve("file.jfr");
        assertThatThrownBy(() -> read(file)).hasMessage("there is no file " + file);
        assertThatThrownBy(() -> read(folder)).hasMessage(folder + " is a folder: name the .jfr file in it");
        assertThatThrownBy(() -> read(new byte[0])).hasMessageStartingWith(file("test") + " is empty: ");
        assertThatThrownBy(() -> read("a text\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage(file("test") + " is no flight recording: those begin with the letters FLR");
        assertThatThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .hasMessage(file("test") + " is compressed: unpack it first");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 20)))
                .hasMessage(file("test") + " is cut off after 20 bytes: nothing of it can be read");
        byte[] old = whole.clone();
        old[5] = 1;
        assertThatThrownBy(() -> read(old)).hasMessageContaining("is of version 1 of the format");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, (int) chunks.get(0).size() - 1)))
                .hasMessageStartingWith("nothing of " + file("test") + " can be read: the chunk begun at ");
        assertThatThrownBy(() -> read(Path.of("/dev/null"))).hasMessageContaining("is no file of the disk");
    }

    @Test
    void eventsOfOurNamesWithOtherFieldsAreNoMoreThanUnknown() throws IOException {
        Path file = folder.resolve("strange.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            for (String name : List.of(
                    "LeakEvidence",
                    "SiteEvidence",
                    "CreationSite",
                    "SocketOpened",
                    "SocketConnected",
                    "FileDescriptorUsage",
                    "UtilizationAlert",
                    "MonitorFault",
                    "DescriptorsExhausted")) {
                commitStrange("io.fdscope." + name);
            }
            recording.stop();
            recording.dump(file);
        }
        RecordingContent content = read(file).content();

        assertThat(content.eventCounts()).containsEntry("io.fdscope.LeakEvidence", 1L);
        assertThat(content.course().last()).isEmpty();
        assertThat(content.incompleteScans()).isEqualTo(1);
    }

    private static void commitStrange(String name) {
        List<ValueDescriptor> fields = new ArrayList<>();
        for (String field : List.of("openCount", "scanNumber", "siteCount", "port", "suspectAge", "leftOutCount")) {
            fields.add(new ValueDescriptor(String.class, field));
        }
        fields.add(new ValueDescriptor(double.class, "stackText"));
        fields.add(new ValueDescriptor(long.class, "host"));
        EventFactory factory = EventFactory.create(List.of(new AnnotationElement(Name.class, name)), fields);
        Event event = factory.newEvent();
        event.set(0, "<script>\u001b[31m");
        event.commit();
        factory.unregister();
    }

    private Path file(String name) {
        return folder.resolve(name + ".jfr");
    }

    private ReadRecording read(byte[] bytes) throws IOException {
        return read(Files.write(file("test"), bytes));
    }

    private static ReadRecording read(Path file) throws IOException {
        return new RecordingReader(file, share -> {}).read();
    }

    private static long marks(ReadRecording read) {
        return read.content().eventCounts().getOrDefault("org.example.Mark", 0L);
    }

    @Test
    void whatOnlyBeginsLikeChunksAgainAndAgainIsNoRecording() throws IOException {
        byte[] begin = {'F', 'L', 'R', 0};
        byte[] all = new byte[2_000_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = begin[i % begin.length];
        }
        Path file = Files.write(folder.resolve("begins.jfr"), all);

        assertThatThrownBy(() -> new RecordingReader(file, share -> {}).read())
                .isInstanceOf(UnreadableRecordingException.class);
    }
}
