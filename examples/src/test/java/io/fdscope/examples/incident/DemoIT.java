package io.fdscope.examples.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real demo, from outside. */
final class DemoIT {
    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("500 of 500 descriptors are open and (\\d+) of them are sockets that were created at"
                    + " (com\\.mysql\\.jdbc\\.StandardSocketFactory\\.\\w+\\(StandardSocketFactory\\.java:[1-9]\\d*\\))"
                    + " by thread (Druid-ConnectionPool-Create-\\d+), never connected, and not closed\\."
                    + " The process is full");
    private static final String MIDWAY = "(?m)^ +\\d+ s +\\d+ / 500 .* 1\\d\\d ";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void everybodySaysTheSameWhenNoDescriptorIsLeft() throws Exception {
        try (DemoRun demo = DemoRun.byLauncher(folder, output())) {
            assertThat(demo.awaitExit()).as(demo.output()).isZero();
            List<Long> blackBox = figures(demo, "fdscope, black box");
            List<Long> lsof = figures(demo, "lsof -nP -p " + demo.servicePid());
            assertThat(blackBox.get(0)).isEqualTo(DemoRun.LIMIT);
            assertThat(blackBox.get(2)).isGreaterThan(DemoRun.LIMIT * 8 / 10);
            assertThat(lsof.get(2)).isBetween(blackBox.get(2) - 2, blackBox.get(2) + 2);
            assertThat(lsof.get(0)).isEqualTo(blackBox.get(0));
            assertThat(figures(demo, "fdscope, MXBean over JMX").subList(0, 3)).isEqualTo(blackBox.subList(0, 3));
            assertThat(figures(demo, "fdscope, JFR event of").subList(0, 3)).isEqualTo(blackBox.subList(0, 3));
            assertThat(lastRowOfTheFall(demo)).contains(blackBox.get(2).toString(), "500 / 500", "FULL");
            assertThat(demo.output())
                    .contains("java.net.SocketException: Too many open files", "Garbage collections so far: 0")
                    .doesNotContain("\033");
            assertThat(recordedUnidentified()).contains(blackBox.get(2).intValue());
            assertThat(recordedFaults()).isEmpty();
            assertThat(DemoRun.filesIn(folder)).containsExactlyInAnyOrder("fdscope-demo.jfr", "fdscope-demo.html");
            assertThat(demo.output()).contains("Left here: fdscope-demo.html, a page that tells all of this");
            assertThat(folder.resolve("fdscope-demo.html"))
                    .content()
                    .contains("\"schema\":\"io.fdscope.report\"", "\"summary\":\"500 of 500 descriptors are open and ")
                    .hasSizeLessThan(1_000_000);
            demo.awaitServiceGone();
            assertThat(demo.blackBoxOfService()).isEmpty();
            assertThat(demo.leftBehind()).isEmpty();
        }
    }

    @Test
    void theVerdictNamesTheLineAndAGarbageCollectionProvesIt() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            assertThat(demo.awaitExit()).as(demo.output()).isZero();
            String text = demo.output().replaceAll("\\s+", " ");
            Matcher sentence = FIRST_SENTENCE.matcher(text);
            assertThat(sentence.find()).as(demo.output()).isTrue();
            String count = sentence.group(1);
            String site = sentence.group(2);
            long unidentified = figures(demo, "fdscope, black box").get(2);
            assertThat(Long.parseLong(count)).isBetween(unidentified - 2, unidentified + 2);
            assertThat(demo.output())
                    .contains("    at " + site + "\n    at com.mysql.jdbc.StandardSocketFactory.connect(")
                    .containsPattern("\\.\\.\\. \\d+ of the JDK\n    at java\\.net\\.Socket\\.setTcpNoDelay\\(");
            assertThat(text)
                    .contains("To buy time, as root: prlimit --pid " + demo.servicePid() + " --nofile=1000:1000")
                    .contains(
                            "Created at " + site + ": " + count + " of " + count + " open sockets were closed by the"
                                    + " garbage collection. The program drops them without close(). Open descriptors: 500 before,")
                    .containsPattern(
                            "The verdict afterwards \\d+ of 500 descriptors are open. The garbage collector had to"
                                    + " close " + count + " sockets that were created at " + Pattern.quote(site)
                                    + " by thread " + sentence.group(3) + ": the program drops them without close\\.");
            assertThat(recordedSuspects()).isNotEmpty().containsOnly(site);
            assertThat(events(EventNames.SOCKET_OPENED)).hasSizeGreaterThanOrEqualTo(Integer.parseInt(count));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalMidwayLeavesNothingBehind(String signal, int exitCode) throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            demo.awaitOutput(MIDWAY).signal(signal);
            assertThat(demo.awaitExit()).isEqualTo(exitCode);
            assertThat(ProcessHandle.of(demo.servicePid())).isEmpty();
            assertThat(demo.blackBoxOfService()).isEmpty();
            assertThat(demo.leftBehind()).isEmpty();
            assertThat(DemoRun.filesIn(folder)).isEmpty();
            assertThat(demo.output()).endsWith("Stopped; nothing is left behind.\n");
        }
    }

    @Test
    void theServiceEndsByItselfWhenTheDemoIsKilled() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            demo.awaitOutput(MIDWAY).signal("KILL");
            demo.awaitServiceGone();
            assertThat(demo.blackBoxOfService()).isEmpty();
            assertThat(demo.leftBehind()).isEmpty();
            assertThat(DemoRun.filesIn(folder)).isEmpty();
        }
    }

    @Test
    void theServiceLeavesNothingBehindEvenWhereItHasNoDescriptorLeft() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            demo.awaitOutput("No descriptor left").signal("KILL");
            demo.awaitServiceGone();
            assertThat(demo.leftBehind()).isEmpty();
        }
    }

    @Test
    void whatIsNotInstalledIsSaidAndTheDemoGoesOn() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of("PATH", "/nonexistent"))) {
            assertThat(demo.awaitExit()).as(demo.output()).isZero();
            assertThat(demo.output()).containsPattern("lsof -nP -p \\d+ +not installed");
            assertThat(demo.output()).containsPattern("ss -s +not installed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "a folder of that name"})
    void aRecordingThatCannotBeWrittenIsSaidBeforeAnythingStarts(String where) throws Exception {
        Path working = where.startsWith("/") ? Path.of(where) : folder;
        Files.createDirectory(folder.resolve("fdscope-demo.jfr"));
        try (DemoRun demo = DemoRun.byJar(working, output(), Map.of())) {
            assertThat(demo.awaitExit()).isEqualTo(1);
            assertThat(demo.output())
                    .startsWith("fdscope: the demo failed: cannot write " + working + "/fdscope-demo.jfr")
                    .hasLineCount(1);
            assertThat(demo.leftBehind()).isEmpty();
        }
    }

    private Path output() {
        return elsewhere.resolve("output");
    }

    /** The row's figures, in the order of the table; −1 for a dash. */
    private static List<Long> figures(DemoRun demo, String source) {
        Matcher row = Pattern.compile("(?m)^  " + Pattern.quote(source) + ".*?((?: +(?:[\\d,]+|-)){4})$")
                .matcher(demo.output());
        assertThat(row.find()).as(demo.output()).isTrue();
        return Pattern.compile(" +")
                .splitAsStream(row.group(1).strip().replace(",", ""))
                .map(figure -> figure.equals("-") ? -1 : Long.parseLong(figure))
                .toList();
    }

    private static String lastRowOfTheFall(DemoRun demo) {
        String fall = demo.output().substring(0, demo.output().indexOf("No descriptor left"));
        return fall.strip().lines().reduce("", (before, line) -> line);
    }

    private List<Integer> recordedUnidentified() throws IOException {
        return events(EventNames.FILE_DESCRIPTOR_USAGE).stream()
                .map(event -> event.getInt(FieldNames.UNIDENTIFIED_SOCKET_COUNT))
                .toList();
    }

    private List<String> recordedSuspects() throws IOException {
        return events(EventNames.LEAK_SUSPECT).stream()
                .map(event -> event.getString(FieldNames.SITE))
                .toList();
    }

    private List<RecordedEvent> recordedFaults() throws IOException {
        return events(EventNames.MONITOR_FAULT);
    }

    private List<RecordedEvent> events(String name) throws IOException {
        return RecordingFile.readAllEvents(folder.resolve("fdscope-demo.jfr")).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}
