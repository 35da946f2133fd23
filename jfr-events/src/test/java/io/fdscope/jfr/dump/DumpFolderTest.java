package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFolderTest {
    private static final RecorderDisk OTHER_DISK = new RecorderDisk(() -> Path.of("/proc"));

    @TempDir
    private Path temporary;

    private DumpFolder folder() {
        return new DumpFolder(temporary, 4711, OTHER_DISK);
    }

    @Test
    void aFileIsCalledAfterProcessAndTime() {
        Path file = folder().at(Instant.parse("2026-11-28T17:15:01.123456Z"));
        assertThat(file).isEqualTo(temporary.resolve("fdscope-4711-20261128T171501Z.jfr"));
        assertThat(DumpFolder.textBeside(file)).isEqualTo(temporary.resolve("fdscope-4711-20261128T171501Z.txt"));
        assertThat(folder().at(Instant.parse("2026-11-28T17:15:01Z"))).isEqualTo(file);
    }

    @Test
    void whatIsHeldOpenIsCalledAfterProcessAndPidSpace() {
        DumpFolder folder = new DumpFolder(temporary, 1, new PidSpace("4026531836-f80b2193"), OTHER_DISK);
        assertThat(folder.spare(".jfr")).isEqualTo(temporary.resolve(".fdscope-1-4026531836-f80b2193.jfr"));
        assertThat(folder.spare(".txt")).isEqualTo(temporary.resolve(".fdscope-1-4026531836-f80b2193.txt"));
    }

    /** Who is killed and started again with the same number is to find what was left. */
    @Test
    void theSameProcessNumberHereGivesTheSameName() {
        assertThat(folder().spare(".jfr")).isEqualTo(folder().spare(".jfr"));
        assertThat(folder().space()).isEqualTo(PidSpace.read(Path.of("/proc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jfr", "before restart.jfr", "A_1-2.3.jfr"})
    void aPlainNameIsTaken(String name) {
        assertThat(folder().named(name)).isEqualTo(temporary.resolve(name));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".jfr",
                ".a.jfr",
                "a",
                "a.txt",
                "a.jfr/",
                "/a.jfr",
                "../a.jfr",
                "a/b.jfr",
                "a\\b.jfr",
                "a..b.jfr",
                "a\nb.jfr",
                "a\0.jfr",
                "-a.jfr",
                " a.jfr",
                "ä.jfr",
                "a.JFR"
            })
    void anyOtherIsRefused(String name) {
        assertThatThrownBy(() -> folder().named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no plain file name that ends in .jfr");
    }

    @Test
    void aFolderThatIsThereIsFine() throws IOException {
        folder().check();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void oneThatIsGoneOrAFileIsSaid() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        for (Path path : new Path[] {temporary.resolve("gone"), file}) {
            assertThatThrownBy(() -> new DumpFolder(path, 1, OTHER_DISK).check())
                    .hasMessage(path + " is no folder");
        }
    }

    /** The kernel's own file system has no room: for root it is a full disk, for others a folder of somebody else. */
    @Test
    void oneWithoutRoomIsSaid() {
        assertThatThrownBy(() -> new DumpFolder(Path.of("/proc"), 1, new RecorderDisk(() -> temporary)).check())
                .isInstanceOf(IOException.class)
                .hasMessageMatching("less than 64 MB are free in /proc|/proc is not writable");
    }

    @Test
    void moreThanThereIsRoomForIsRefusedBeforeItFillsTheDisk() throws IOException {
        DumpFolder folder = new DumpFolder(temporary, 4711, OTHER_DISK);

        folder.checkRoomFor(0);
        assertThatThrownBy(() -> folder.checkRoomFor(Long.MAX_VALUE / 2))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("only \\d+ MB are free in .*, the recording takes up to \\d+ MB,"
                        + " and 64 MB are to stay free");
    }

    @Test
    void theDiskThatTheRecorderWritesToIsFilledLessFar() throws IOException {
        long bytes = temporary.toFile().getUsableSpace() - (200L << 20);

        new DumpFolder(temporary, 1, OTHER_DISK).checkRoomFor(bytes);
        RecorderDisk same = new RecorderDisk(() -> temporary);
        assertThatThrownBy(() -> new DumpFolder(temporary, 1, same).checkRoomFor(bytes))
                .hasMessageContaining(", and 400 MB are to stay free");
    }

    @Test
    void aDiskThatCannotBeToldIsTakenForTheRecordersOwn() {
        RecorderDisk gone = new RecorderDisk(() -> temporary.resolve("gone"));
        assertThat(gone.leastFreeBytes(temporary)).isEqualTo(RecorderDisk.LEAST_FREE_BYTES);
    }
}
