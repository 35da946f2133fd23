package io.fdscope.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that fdscope writes: when it gets critical, when asked, and when nothing can be opened. */
class DumpIT {
    private static final String FAST = "count=50ms,dumpEvery=1s,dump=";

    @TempDir
    private Path temporary;

    private Path folder() throws IOException {
        return Files.createDirectories(temporary.resolve("dumps"));
    }

    /** A JVM that answers when asked to dump. */
    private RecordingJvm jvm(String options) throws IOException {
        RecordingJvm jvm = RecordingJvm.guarded(temporary, options).ready();
        Await.until(
                "it knows its folder",
                () -> !ask(jvm, "bean dumpRecording none").contains("start fdscope with dump="));
        return jvm;
    }

    private static String ask(RecordingJvm jvm, String line) {
        try {
            return jvm.ask(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> written(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().matches("fdscope-\\d+-\\d{8}T\\d{6}Z" + ending))
                    .toList();
        }
    }

    private static Set<String> types(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .map(event -> event.getEventType().getName())
                .collect(Collectors.toSet());
    }

    @Test
    void aRecordingAndTheVerdictAreWrittenWhenItGetsCritical() throws Exception {
        try (RecordingJvm jvm = jvm("record=on," + FAST + folder())) {
            jvm.ask("exhaust");
            String said = jvm.process().find("fdscope: descriptors run out");

            assertThat(written("\\.jfr")).isNotEmpty();
            assertThat(said)
                    .endsWith("recording and verdict written to "
                            + written("\\.jfr").get(0));
            assertThat(types(written("\\.jfr").get(0)))
                    .contains("io.fdscope.FileDescriptorUsage", "io.fdscope.SocketOpened");
            assertThat(Files.readString(written("\\.txt").get(0)))
                    .contains("of " + RecordingJvm.LIMIT + " descriptors are open");
            assertThat(jvm.ask("get FaultCount")).isEqualTo("0");
        }
    }

    @Test
    void withNotOneDescriptorLeftTheChunkIsCopied() throws Exception {
        try (RecordingJvm jvm = jvm("reserve=0,count=50ms,critical=100%,record=on,dump=" + folder())) {
            jvm.ask("exhaust");
            jvm.await("get Headroom", "0");
            jvm.process().find("fdscope: descriptors run out");

            assertThat(types(written("\\.jfr").get(0))).contains("io.fdscope.FileDescriptorUsage");
            assertThat(written("\\.txt")).hasSize(1);
            assertThat(jvm.ask("exhaust")).contains("Too many open files");
        }
    }

    @Test
    void whoAsksForAFileGetsItWithTheVerdictBesideIt() throws Exception {
        try (RecordingJvm jvm = jvm("record=on,dump=" + folder())) {
            assertThat(jvm.ask("bean dumpRecording mine.jfr"))
                    .isEqualTo(folder().resolve("mine.jfr").toString());
            assertThat(types(folder().resolve("mine.jfr"))).contains("jdk.ActiveRecording", "jdk.ActiveSetting");
            assertThat(folder().resolve("mine.txt")).isNotEmptyFile();
            assertThat(jvm.ask("get FaultCount")).isEqualTo("0");
        }
    }

    @Test
    void noFileOutsideTheFolderIsWrittenAndNoneTwice() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret"), "unchanged");
        Files.createSymbolicLink(folder().resolve("link.jfr"), secret);
        Files.createDirectory(folder().resolve("sub"));
        Files.writeString(folder().resolve("there.jfr"), "mine");
        try (RecordingJvm jvm = jvm("record=on,dump=" + folder())) {
            for (String name : List.of(
                    "../x.jfr", "/tmp/x.jfr", "sub/x.jfr", "x.txt", "..jfr", ".x.jfr", "a..b.jfr", ".jfr", "x.jfr\0")) {
                assertThat(jvm.ask("bean dumpRecording " + name)).contains("is no plain file name that ends in .jfr");
            }
            assertThat(jvm.ask("bean dumpRecording link.jfr"))
                    .isEqualTo("'link.jfr' is there already, and is not overwritten");
            assertThat(jvm.ask("bean dumpRecording there.jfr"))
                    .isEqualTo("'there.jfr' is there already, and is not overwritten");
            assertThat(jvm.ask("get FaultCount")).isEqualTo("0");
        }
        assertThat(secret).hasContent("unchanged");
        assertThat(folder().resolve("there.jfr")).hasContent("mine");
        assertThat(temporary.resolve("x.jfr")).doesNotExist();
    }

    @Test
    void withoutAFolderNothingIsWritten() throws Exception {
        try (RecordingJvm jvm = RecordingJvm.guarded(temporary, "").ready()) {
            assertThat(jvm.ask("bean dumpRecording x.jfr"))
                    .isEqualTo("no folder for recordings: start fdscope with dump=FOLDER");
        }
    }

    @Test
    void aFolderThatIsGoneIsSaidOnceAndUsedWhenItIsThere() throws Exception {
        Path folder = temporary.resolve("dumps");
        try (RecordingJvm jvm = jvm("record=on," + FAST + folder)) {
            assertThat(jvm.ask("bean dumpRecording x.jfr")).contains(folder + " is no folder");
            jvm.ask("exhaust");
            jvm.ask("free 280");
            Files.createDirectory(folder);
            assertThat(jvm.ask("bean dumpRecording x.jfr")).isEqualTo(folder + "/x.jfr");
            assertThat(jvm.last("exit")).isZero();
            assertThat(jvm.process().heard().stream().filter(line -> line.startsWith("fdscope: no recording")))
                    .containsExactly("fdscope: no recording can be written: " + folder
                            + " is no folder; trying again at the next occasion");
        }
    }

    @Test
    void whereNothingIsRecordedItSaysSo() throws Exception {
        try (RecordingJvm jvm = jvm(FAST + folder())) {
            jvm.ask("exhaust");
            assertThat(jvm.process().find("fdscope: dump:")).contains("nothing is recorded");
            jvm.ask("free 280");
            assertThat(jvm.ask("bean dumpRecording x.jfr")).contains("nothing is recorded");
            assertThat(jvm.ask("record memory")).isEqualTo("started");
            assertThat(jvm.ask("bean dumpRecording x.jfr")).isEqualTo(folder() + "/x.jfr");
            assertThat(RecordingJvm.ticks(folder().resolve("x.jfr"))).isEmpty();
        }
    }

    @Test
    void whatItHoldsOpenIsGoneWhenTheProcessEnds() throws Exception {
        try (RecordingJvm jvm = jvm("record=on,dump=" + folder())) {
            Await.until("a spare file", () -> count(".fdscope-") > 0);
            assertThat(jvm.last("exit")).isZero();
            assertThat(count(".fdscope-")).isZero();
        }
    }

    private long count(String start) {
        String[] names = temporary.resolve("dumps").toFile().list((parent, name) -> name.startsWith(start));
        return names == null ? 0 : names.length;
    }
}
