package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackBoxTest {
    @TempDir
    private Path temporary;

    private final Faults faults = new Faults();
    private final WatchedProcess process =
            new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, new Announcer(line -> {
                throw new AssertionError(line);
            }));

    private BlackBoxWriter open() throws IOException {
        return BlackBoxWriter.open(BlackBoxFolder.of(temporary, "me"), faults, Map.of("main", "Shop"));
    }

    @AfterEach
    void noFaults() {
        process.close();
        assertThat(faults.byKind()).isEmpty();
    }

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
        Map<String, Number> expected = new HashMap<>();
        Figure.all().forEach(figure -> expected.put(figure.name(), figure.of().apply(sample)));
        assertThat(box.figures()).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(box.timeline()).singleElement().satisfies(point -> {
            assertThat(point.openCount()).isEqualTo(sample.reading().openCount());
            assertThat(point.unidentifiedCount()).isEqualTo(sample.scan().unidentified());
        });
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
        assertThat(Figure.all()).hasSizeLessThanOrEqualTo(Layout.MAX_FIGURES);
        int nameBytes = Figure.all().stream()
                .mapToInt(figure -> figure.name().length() + 3)
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
    void aWriteThatNeverEndedShowsAsTorn() throws IOException {
        BlackBoxWriter writer = open();
        writer.accept(process.sampler().scanNow());
        try (RandomAccessFile file = new RandomAccessFile(writer.file().toFile(), "rw")) {
            file.seek(Layout.AT_SEQUENCE);
            file.writeByte(7); // little-endian: an odd number
        }

        assertThat(BlackBoxReader.read(writer.file()).torn()).isTrue();
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
    void fileAndFolderAreForTheirOwnerAlone() throws IOException {
        BlackBoxWriter writer = open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(writer.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(writer.file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderOpenToOthersIsRefused() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("fdscope_me"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThatIOException()
                .isThrownBy(this::open)
                .withMessage(folder + " is open to others (rwxrwxr-x), must be rwx------");
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path folder = Files.createSymbolicLink(temporary.resolve("fdscope_me"), elsewhere);

        assertThatIOException().isThrownBy(this::open).withMessage(folder + " is not a folder of its own");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aUserNameCannotLeadOutOfTheTemporaryFolder() {
        assertThat(BlackBoxFolder.of(temporary, "../../etc/x").path().getParent())
                .isEqualTo(temporary);
    }

    @Test
    void filesOfTheDeadArePrunedDownToTheNewest32() throws IOException {
        for (int i = 0; i < 40; i++) {
            Path dead = Files.createFile(temporary.resolve(Long.toString(9_000_000_000L + i)));
            assertThat(dead.toFile().setLastModified(1_700_000_000_000L + i * 60_000L))
                    .isTrue();
        }

        new Leftovers(temporary).prune();

        assertThat(temporary.toFile().list()).hasSize(32).contains("9000000039").doesNotContain("9000000007");
    }

    @Test
    void filesThatWereNeverFinishedArePrunedOnceTheyAreOld() throws IOException {
        Path old = Files.createFile(temporary.resolve("17.new"));
        assertThat(old.toFile().setLastModified(1_700_000_000_000L)).isTrue();
        Path fresh = Files.createFile(temporary.resolve("18.new"));

        new Leftovers(temporary).prune();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void aFileOfAnotherContainerIsLeftAloneWhileItIsWritten() throws IOException {
        BlackBoxWriter writer = open();
        writer.accept(process.sampler().scanNow());
        try (RandomAccessFile file = new RandomAccessFile(writer.file().toFile(), "rw")) {
            file.seek(Layout.AT_NAMESPACE);
            file.writeLong(42);
        }

        assertThatIOException()
                .isThrownBy(this::open)
                .withMessage(writer.file() + " is written to by a process of another container");
        assertThat(writer.file().toFile().setLastModified(1_700_000_000_000L)).isTrue();
        assertThat(BlackBoxReader.read(open().file()).figures().get("openCount"))
                .isEqualTo(0L);
    }

    @Test
    void writingShowsInTheTimeOfTheFile() throws IOException {
        BlackBoxWriter writer = open();
        assertThat(writer.file().toFile().setLastModified(1_700_000_000_000L)).isTrue();
        writer.accept(process.sampler().scanNow());

        assertThat(writer.file().toFile().lastModified()).isGreaterThan(System.currentTimeMillis() - 60_000);
    }

    @Test
    void nothingIsLeftWhereTheFileCannotBeFinished() throws IOException {
        BlackBoxFolder folder = BlackBoxFolder.of(temporary, "me");
        folder.prepare();
        Path inTheWay =
                folder.path().resolve(Long.toString(ProcessHandle.current().pid()));
        Files.createDirectories(inTheWay.resolve("full"));

        assertThatIOException().isThrownBy(this::open);

        assertThat(folder.path().toFile().list())
                .containsExactly(inTheWay.getFileName().toString());
    }

    @Test
    void whatIsNoBlackBoxIsRefused() throws IOException {
        Path text = Files.writeString(temporary.resolve("1"), "hello");
        Path zeros = Files.write(temporary.resolve("2"), new byte[Layout.SIZE]);

        assertThatIOException()
                .isThrownBy(() -> BlackBoxReader.read(text))
                .withMessage(text + " is no black box of fdscope");
        assertThatIOException()
                .isThrownBy(() -> BlackBoxReader.read(zeros))
                .withMessage(zeros + " is no black box of fdscope");
    }

    @Test
    void garbageBehindAGoodHeaderGivesValuesAndNeverLeavesTheFile() throws IOException {
        BlackBoxWriter writer = open();
        writer.accept(process.sampler().scanNow());
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = Files.readAllBytes(writer.file());
            for (int i = Layout.AT_PID; i < bytes.length; i += 1 + random.nextInt(40)) {
                bytes[i] = (byte) random.nextInt();
            }
            Path forged = Files.write(temporary.resolve("forged"), bytes);

            assertThat(BlackBoxReader.read(forged).timeline()).hasSizeLessThanOrEqualTo(Layout.POINTS);
        }
    }
}
