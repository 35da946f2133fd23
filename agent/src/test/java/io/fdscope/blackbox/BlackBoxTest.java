package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictText;
import io.fdscope.origin.CreationLookup;
import io.fdscope.origin.TracingControl;
import io.fdscope.origin.TracingFacts;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackBoxTest {
    @TempDir
    private Path temporary;

    private final Faults faults = new Faults();
    private final FakeVerdicts verdicts = new FakeVerdicts();
    private LeakSources leaks = verdicts.sources();
    private long expectedFaults;
    private final WatchedProcess process =
            new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, new Announcer(line -> {
                throw new AssertionError(line);
            }));

    private BlackBoxWriter open() throws IOException {
        return BlackBoxWriter.open(BlackBoxFolder.of(temporary, "me"), leaks, faults, Map.of("main", "Shop"));
    }

    @AfterEach
    void noFaults() {
        process.close();
        assertThat(faults.count()).as("%s", faults.byKind()).isEqualTo(expectedFaults);
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
        Sampler sampler = process.sampler();
        sampler.addSink(writer);
        Sample first = sampler.scanNow();
        try (SocketChannel one = SocketChannel.open()) {
            sampler.tick();
            Sample between = sampler.latest();
            assertThat(between.scan().number()).isEqualTo(first.scan().number());
            assertThat(between.reading().openCount())
                    .isGreaterThan(first.reading().openCount());
            assertThat(BlackBoxReader.read(writer.file()).figures())
                    .containsExactlyInAnyOrderEntriesOf(figuresOf(between));

            Sample second = sampler.scanNow();
            assertThat(second.scan().count(DescriptorGroup.SOCKET))
                    .isGreaterThan(first.scan().count(DescriptorGroup.SOCKET));
            assertThat(BlackBoxReader.read(writer.file()).figures())
                    .containsExactlyInAnyOrderEntriesOf(figuresOf(second));
            assertThat(one.isOpen()).isTrue();
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
    void theVerdictStandsThereInWordsAndForTools() throws IOException {
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.verdict()).isEqualTo("exhausting, suspects: 1\n");
        assertThat(box.figures())
                .containsEntry("heldAfterCloseCount", 5L)
                .containsEntry("droppedWithoutCloseCount", 12L);
        assertThat(box.suspects())
                .singleElement()
                .satisfies(suspect -> assertThat(
                                String.join("\n", suspect.values().toString().split(", (?=\\w+=)", -1)))
                        .isEqualTo("""
                {creationSite=com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                creationThread=Druid-ConnectionPool-Create-123
                openedBy=socket
                state=standing
                cause=bound but never connected, and not closed
                causeName=boundOnly
                reachability=partlyDropped
                openCount=3190
                unidentifiedSocketCount=3190
                heldAfterCloseCount=0
                droppedWithoutCloseCount=12
                createdCount=3202
                estimated=false
                countByState={unidentifiedSocketCount=3190}
                oldestAgeMillis=45000
                growthPerMinute=812.5
                endpoints={db-1:3306=3190}
                stack=[java.net.Socket.bind(Socket.java:681), \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), \
                com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)]
                closingStack=[]}"""));
    }

    @Test
    void theVerdictIsRewrittenWhenItChanges() throws IOException {
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());
        verdicts.says(ExampleVerdicts.cleared());
        writer.accept(process.sampler().latest());

        assertThat(BlackBoxReader.read(writer.file()).verdict()).isEqualTo("stable, suspects: 1\n");
    }

    @Test
    void aVerdictTooLongForItsPlaceIsCutAndSaysSo() throws IOException {
        leaks = worded("häufig ".repeat(5000));
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.verdict())
                .startsWith("häufig häufig")
                .hasSizeGreaterThan(14_000)
                .doesNotContain("\ufffd");
        assertThat(box.suspects()).hasSize(1);
    }

    @Test
    void aLongVerdictEndsWithAHint() throws IOException {
        leaks = worded("often ".repeat(5000));
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());

        assertThat(BlackBoxReader.read(writer.file()).verdict()).endsWith("\n(There is more: ask by JMX.)\n");
    }

    @Test
    void ofALongVerdictWhatToDoAndHowSureItIsRemain() throws IOException {
        Verdict verdict = ExampleVerdicts.many(40, 100);
        String whole = new VerdictText(4711).of(verdict);
        BlackBox box = written(verdict);

        assertThat(box.verdict())
                .startsWith(whole.substring(0, whole.indexOf("Suspect: ")))
                .endsWith(whole.substring(whole.indexOf("How sure this is:")))
                .hasSizeGreaterThan(14_000);
    }

    @Test
    void stacksAreCutSoThatEverySuspectFits() throws IOException {
        BlackBox box = written(ExampleVerdicts.many(20, 100));

        assertThat(box.suspects()).hasSize(20).allSatisfy(suspect -> {
            List<String> stack = suspect.texts("stack");
            assertThat(stack).hasSizeBetween(2, 99);
            assertThat(stack).last().isEqualTo("… " + (101 - stack.size()) + " more");
        });
        assertThat(box.suspectsLeftOut()).isZero();
    }

    @Test
    void suspectsWithoutRoomAreLeftOutAndCounted() throws IOException {
        BlackBox box = written(ExampleVerdicts.many(100, 100));

        assertThat(box.suspects()).hasSizeGreaterThan(20);
        assertThat(box.suspectsLeftOut()).isEqualTo(100 - box.suspects().size()).isPositive();
        assertThat(box.suspects())
                .allSatisfy(suspect -> assertThat(suspect.texts("stack")).containsExactly("… 100 more"));
        assertThat(box.suspects().get(0).text("creationSite"))
                .isEqualTo("com.example.shop.Service0.call0(Service0.java:1)");
    }

    private BlackBox written(Verdict verdict) throws IOException {
        leaks = new LeakSources(verdicts, new VerdictText(4711)::of, CreationLookup.NONE, TracingControl.NONE);
        BlackBoxWriter writer = open();
        verdicts.says(verdict);
        writer.accept(process.sampler().latest());
        return BlackBoxReader.read(writer.file());
    }

    @Test
    void aVerdictThatCannotBeWordedIsAFaultAndTheFiguresAreWritten() throws IOException {
        leaks = new LeakSources(
                verdicts,
                verdict -> {
                    throw new IllegalStateException("no words");
                },
                CreationLookup.NONE,
                TracingControl.NONE);
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().scanNow());
        writer.accept(process.sampler().scanNow());
        expectedFaults = 1;

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.torn()).isFalse();
        assertThat(box.timeline()).hasSize(2);
        assertThat(box.figures()).containsEntry("heldAfterCloseCount", 5L);
    }

    @Test
    void aFileOfTheFormerFormatIsReadAndHasNoVerdict() throws IOException {
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());
        byte[] former = Arrays.copyOf(Files.readAllBytes(writer.file()), Layout.SIZE_WITHOUT_VERDICT);
        former[Layout.AT_FORMAT] = (byte) Layout.FORMAT_WITHOUT_VERDICT;

        BlackBox box = BlackBoxReader.read(Files.write(temporary.resolve("former"), former));

        assertThat(box.facts()).containsEntry("main", "Shop");
        assertThat(box.timeline()).hasSize(1);
        assertThat(box.verdict()).isEmpty();
        assertThat(box.suspects()).isEmpty();
    }

    @Test
    void aFileOfALaterFormatIsRefused() throws IOException {
        byte[] later = Files.readAllBytes(open().file());
        later[Layout.AT_FORMAT] = 3;
        Path file = Files.write(temporary.resolve("later"), later);

        assertThatIOException()
                .isThrownBy(() -> BlackBoxReader.read(file))
                .withMessage(file + " has format 3, written by another version of fdscope; this one reads formats 1"
                        + " and 2");
    }

    private LeakSources worded(String text) {
        return new LeakSources(verdicts, verdict -> text, CreationLookup.NONE, TracingControl.NONE);
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
                .isEqualTo(-1L);
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
