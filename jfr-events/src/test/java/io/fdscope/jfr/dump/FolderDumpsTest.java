package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.threshold.AlertLevel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dumps whose folder, recorder or text fails. */
@Timeout(60)
class FolderDumpsTest extends DumpCase {
    @AfterEach
    void nothingOfItIsLeft() {
        assertThat(temporary.toFile().list((folder, name) -> name.startsWith(".")))
                .isEmpty();
    }

    @Test
    void anErrorOfTheRecorderIsAFailureOfTheDumpAndLeavesNoHalfOfAFile() {
        Recorded broken = new Recorded() {
            @Override
            void dump(Path file, Room room) {
                throw new NoClassDefFoundError("jdk/jfr/internal/ChunksChannel");
            }
        };
        try (Recording other = new Recording()) {
            other.start();
            DumpWork work = new DumpWork(new DumpFolder(temporary, 4711, RecorderDisk.OF_THIS_JVM), sources, broken);
            assertThatThrownBy(() -> work.write(temporary.resolve("a.jfr")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("jdk/jfr/internal/ChunksChannel");
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aTextThatCannotBeWrittenMakesNoDumpFail() {
        AtomicInteger dumps = new AtomicInteger();
        Recorded blocked = new Recorded() {
            @Override
            void check() {}

            @Override
            void dump(Path file, Room room) throws IOException {
                dumps.incrementAndGet();
                Files.writeString(file, "a recording");
                Files.createDirectory(DumpFolder.textBeside(file));
            }
        };
        verdictReady.countDown();
        DumpWork work = new DumpWork(new DumpFolder(temporary, 4711, RecorderDisk.OF_THIS_JVM), sources, blocked);
        DumpRules rules = new DumpRules(() -> Duration.ofMinutes(10), 24, () -> Instant.parse("2026-11-28T17:15:00Z"));
        try (FolderDumps folder = new FolderDumps(sources, work, Runnable::run, rules)) {
            level = AlertLevel.CRITICAL;
            folder.accept(sample(0));
            folder.accept(sample(120));
        }

        Path written = temporary.resolve("fdscope-4711-20261128T171500Z.jfr");
        assertThat(written).hasContent("a recording");
        assertThat(dumps).hasValue(1);
        assertThat(faults.count()).isEqualTo(1);
        assertThat(said)
                .hasSize(2)
                .element(0)
                .asString()
                .startsWith("dump: no verdict could be written beside " + written + ": ");
        assertThat(said.get(1)).isEqualTo("descriptors run out: recording written to " + written);
    }

    /** Where the next one cannot be opened it grows without end, and the recorder does not count it. */
    @Test
    void thePresentChunkIsAmongWhatThereIsToBeRoomFor() throws IOException {
        Recorded empty = new Recorded() {
            @Override
            void check() {}

            @Override
            void dump(Path file, Room room) throws IOException {
                room.check(0);
            }
        };
        DumpWork work =
                new DumpWork(new DumpFolder(temporary, 4711, new RecorderDisk(() -> temporary)), sources, empty);
        try (RandomAccessFile sparse =
                new RandomAccessFile(temporary.resolve("chunk").toFile(), "rw")) {
            sparse.setLength(temporary.toFile().getUsableSpace() - (200L << 20));
            chunk = Optional.of(sparse);
            assertThatThrownBy(() -> work.write(temporary.resolve("a.jfr")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("MB are to stay free");
        }
        assertThat(temporary.resolve("a.jfr")).doesNotExist();
    }

    @Test
    void aThreadThatIsInterruptedLeavesNothingHeldOpenEither() {
        DumpWork work =
                new DumpWork(new DumpFolder(temporary, 4711, RecorderDisk.OF_THIS_JVM), sources, new Recorded());
        try (FolderDumps dumps =
                new FolderDumps(sources, work, Runnable::run, DumpRules.of(() -> Duration.ofMinutes(10)))) {
            dumps.prepare();
            assertThat(temporary).isNotEmptyDirectory();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(temporary).isEmptyDirectory();
        assertThat(faults.count()).isZero();
    }

    /** With no descriptor left, a class may be loaded for the first time, and cannot be. */
    @Test
    void anErrorWhileTheFolderIsPreparedIsCountedAndSaidAndDoesNotEscape() {
        RecorderDisk broken = new RecorderDisk(() -> {
            throw new NoClassDefFoundError("sun/nio/fs/UnixFileAttributes");
        });
        DumpWork work = new DumpWork(new DumpFolder(temporary, 4711, broken), sources, new Recorded());
        try (FolderDumps dumps =
                new FolderDumps(sources, work, Runnable::run, DumpRules.of(() -> Duration.ofMinutes(10)))) {
            dumps.prepare();
        }
        assertThat(faults.count()).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("sun/nio/fs/UnixFileAttributes");
    }
}
