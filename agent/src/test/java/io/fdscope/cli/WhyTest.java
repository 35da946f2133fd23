package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.blackbox.BlackBoxFolder;
import io.fdscope.blackbox.BlackBoxWriter;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.sample.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The verdict of this very process, from the black box that it wrote. */
class WhyTest {
    /** Where the black box has it. */
    private static final long START_TICKS = 88;

    private static final String PID = Long.toString(ProcessHandle.current().pid());

    private final FakeVerdicts verdicts = new FakeVerdicts();
    private final Faults faults = new Faults();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private BlackBoxFolder folder;
    private BlackBoxWriter writer;

    @BeforeEach
    void open() throws IOException {
        folder = BlackBoxFolder.of(Path.of(System.getProperty("java.io.tmpdir")), "of-a-test-" + PID);
        writer = BlackBoxWriter.open(folder, verdicts.sources(), faults, Map.of());
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        Files.delete(folder.path());
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void beforeTheFirstVerdictItSaysSo() {
        writer.accept(Sample.NONE);

        assertThat(why(PID)).isEqualTo(1);
        assertThat(err)
                .hasToString("fdscope: the black box of process " + PID + " holds no verdict: it has just been started,"
                        + " or its fdscope is of a version that judges nothing\n");
        assertThat(out).hasToString("");
    }

    @Test
    void theVerdictIsPrintedAsItStandsThere() {
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(Sample.NONE);

        assertThat(why(PID)).isZero();
        assertThat(out).hasToString("exhausting, suspects: 1\n");
        assertThat(err).hasToString("");
    }

    /** As in a container that has been started anew, where the process has the number of the one before. */
    @Test
    void ofAnEarlierProcessOfItsNumberItIsSaidThatItIs() throws IOException {
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(Sample.NONE);
        begunAnotherTime(writer.file());
        String andNow = "; the process " + PID + " that runs now has no black box (yet)\n\nexhausting, suspects: 1\n";

        assertThat(why(PID)).isZero();
        assertThat(out)
                .hasToString("NOTE: an earlier process " + PID + ", or one of another container, wrote this" + andNow);

        writer.ended();
        out.getBuffer().setLength(0);
        assertThat(why(PID)).isZero();
        assertThat(out)
                .hasToString("NOTE: an earlier process " + PID + " wrote this, and has ended in good order" + andNow);
    }

    private static void begunAnotherTime(Path box) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(box.toFile(), "rw")) {
            file.seek(START_TICKS);
            file.writeLong(42);
        }
    }

    @Test
    void asJsonItHasTheSuspectsWithTheirStacks() {
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(Sample.NONE);

        assertThat(why("--json", PID)).isZero();
        assertThat(out).hasToString("""
                {
                  "target" : "%s",
                  "source" : "black box",
                  "note" : "",
                  "text" : "exhausting, suspects: 1\\n",
                  "suspects" : [ {
                    "creationSite" : "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)",
                    "creationThread" : "Druid-ConnectionPool-Create-123",
                    "openedBy" : "socket",
                    "state" : "standing",
                    "cause" : "bound but never connected, and not closed",
                    "causeName" : "boundOnly",
                    "reachability" : "partlyDropped",
                    "concernedCount" : 3190,
                    "openCount" : 3190,
                    "unidentifiedSocketCount" : 3190,
                    "heldAfterCloseCount" : 0,
                    "droppedWithoutCloseCount" : 12,
                    "createdCount" : 3202,
                    "estimated" : false,
                    "countByState" : {
                      "unidentifiedSocketCount" : 3190
                    },
                    "oldestAgeMillis" : 45000,
                    "growthPerMinute" : 812.5,
                    "endpoints" : {
                      "db-1:3306" : 3190
                    },
                    "stack" : [ "java.net.Socket.bind(Socket.java:681)", \
                "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)", \
                "com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)" ],
                    "closingStack" : [ ]
                  } ]
                }
                """.formatted(PID));
    }

    @Test
    void suspectsThatFoundNoRoomAreTold() {
        verdicts.says(ExampleVerdicts.many(100, 100));
        writer.accept(Sample.NONE);

        assertThat(why(PID)).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll("[1-9][0-9] more", "N more")))
                .containsExactly(
                        "NOTE: N more suspects have no room in the black box: ask by JMX",
                        "",
                        "exhausting, suspects: 100");
        assertThat(why("--json", PID)).isZero();
        assertThat(out.toString())
                .containsPattern(" {2}\"note\" : \"\\d+ more suspects have no room in the black box: ask by JMX\",\n");
    }

    @Test
    void asJsonWhatIsEmptyIsThereAsItIsByUrl() {
        verdicts.says(ExampleVerdicts.cleared());
        writer.accept(Sample.NONE);

        assertThat(why("--json", PID)).isZero();
        assertThat(out.toString()).contains("    \"endpoints\" : { },\n", "    \"closingStack\" : [ ]\n");
    }

    private int why(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(
                Stream.concat(Stream.of("why"), Stream.of(arguments)).toArray(String[]::new));
    }
}
