package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reports on one real process that loses sockets: on its recording, and on what is left when it has been killed. */
@EnabledOnOs(OS.LINUX)
class ReportIT {
    private static final String SITE = "io.fdscope.cli.ReportHost.loseThirty(ReportHost.java:";

    @TempDir
    static Path folder;

    private static final String TELL_GERMAN =
            "apt-get install locales libc-l10n; localedef -i de_DE -f UTF-8 de_DE.UTF-8";

    private static Path recording;
    private static Path killed;
    /** The verdict of the scan that the recording ends with, its line ends escaped. */
    private static String live;

    private static final Set<Path> COPIES_BEFORE = copiesOfChunks();

    @BeforeAll
    static void runAndKill() throws IOException {
        recording = folder.resolve("host.jfr");
        killed = folder.resolve("killed.jfr");
        Path repository = Files.createDirectory(folder.resolve("repository"));
        try (ForkedProcess host = AgentHost.onClassPath(
                "target/test-classes",
                ReportHost.class.getName(),
                "-XX:StartFlightRecording:name=r",
                "-XX:FlightRecorderOptions:repository=" + repository,
                "-Ddb.password=geheim",
                "-javaagent:" + AgentHost.JAR + "=suspectAge=1s,scan=1h,count=100ms")) {
            host.send("lose");
            Await.until("a suspect", () -> judge(host).contains(SITE));
            live = judge(host);
            Run.command(List.of(
                    Path.of(ForkedProcess.java()).resolveSibling("jcmd").toString(),
                    Long.toString(host.pid()),
                    "JFR.dump",
                    "name=r",
                    "filename=" + recording));
            judge(host);
            Await.until("a flush", () -> size(onlyChunk(repository)) > 0);
            Await.until("the scan is flushed", () -> holds(onlyChunk(repository), "io.fdscope.cli.ReportHost"));
        }
        Files.copy(onlyChunk(repository), killed);
    }

    private static String judge(ForkedProcess host) {
        try {
            host.send("judge");
            return host.await("verdict ").substring("verdict ".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one being written: the dump has ended the one before, and the recorder has begun another. */
    private static Path onlyChunk(Path repository) {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".jfr"))
                    .max((one, other) -> one.compareTo(other))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            byte[] chunk = Files.readAllBytes(file);
            int at = new String(chunk, StandardCharsets.ISO_8859_1).indexOf(text);
            ByteBuffer header =
                    ByteBuffer.wrap(chunk); // Its size, at 8, and metadata, at 24, are those of the last flush.
            return at >= 0 && header.getLong(8) > at && header.getLong(24) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void nothingIsLeftInTheTemporaryFolder() {
        assertThat(copiesOfChunks()).isSubsetOf(COPIES_BEFORE);
    }

    private static Set<Path> copiesOfChunks() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.toString().contains("fdscope-chunk-"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTextHoldsTheVerdictThatTheProcessGave() throws IOException {
        Run run = Run.of("report", "--text", recording.toString());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text() + "\n").contains(harmless(live));
        assertThat(run.text())
                .contains("CONNECTS  FAILED", "        30      30  ", "java.nio.channels.UnresolvedAddressException")
                .contains("-Ddb.password=***")
                .doesNotContain("geheim", "\u001b", "\u0007");
    }

    private static String harmless(String escaped) {
        return escaped.replaceAll("\\p{Cc}", " ").replace("\\n", "\n");
    }

    @Test
    void theJsonHoldsItToTheLetterInNothingButTextsOfJson() throws IOException {
        Run run = Run.of("report", "--json", recording.toString());

        String verdict = live.strip().replaceAll("\\\\n$", "");
        String json = verdict.replace("\"", "\\\"").replace("\u001b", "\\u001B").replace("\u0007", "\\u0007");
        assertThat(run.text()).contains("\"text\" : \"" + json + "\"").doesNotContain("\u001b");
    }

    @Test
    void thePageStandsBesideTheRecordingAndNoNameEndsItsScript() throws IOException {
        Run run = Run.of("report", recording.toString());

        Path page = folder.resolve("host.html");
        assertThat(run.output()).containsExactly(page.toString());
        String html = Files.readString(page);
        int data = html.indexOf("{\"schema\":\"io.fdscope.report\"");
        String report = html.substring(data, html.indexOf("</script>", data));
        assertThat(report)
                .endsWith("}")
                .doesNotContain("<", ">", "&")
                .contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)");
    }

    @Test
    void whatAKilledProcessLeavesIsReadUpToItsLastFlush() throws IOException {
        Run run = Run.of("report", "--text", killed.toString());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text()).contains("was not finished (the JVM was killed, or still runs)", "Suspect: " + SITE);
    }

    @Test
    void whereTheCopyOfAChunkFindsNoRoomThatIsSaidAndNotTakenForDamage() throws IOException {
        String report = " -jar '" + AgentHost.JAR + "' report --text '" + killed + "'";
        String java = "exec '" + ForkedProcess.java() + "' -XX:-UsePerfData -Djava.io.tmpdir=";
        // No file may be longer than 8 blocks, as if the disk were full then.
        Run full = Run.command(List.of("sh", "-c", "ulimit -f 8; " + java + "'" + folder + "'" + report));
        Run gone = Run.command(List.of("sh", "-c", java + "'" + folder + "/gone'" + report));

        assertThat(full.output()).singleElement().asString().contains(folder + " does not take ", "File too large");
        // Newer JDKs say a word of their own before.
        assertThat(gone.output()).last().asString().contains(folder + "/gone does not take ");
        assertThat(List.of(full.exitCode(), gone.exitCode())).containsOnly(1);
    }

    /** Without fdscope in the process: by nothing but the words of an exception. */
    @Test
    void whoFoundNoDescriptorLeftIsKnownInAnotherLanguageToo() throws IOException {
        boolean german = ForkedProcess.run("locale", "-a").contains("de_DE.utf8")
                && Files.exists(Path.of("/usr/share/locale/de/LC_MESSAGES/libc.mo"));
        assertThat(german || System.getenv("CI") == null).as(TELL_GERMAN).isTrue();
        assumeTrue(german, TELL_GERMAN);
        Path file = folder.resolve("german.jfr");
        Run recorded = Run.command(List.of(
                "sh",
                "-c",
                "ulimit -n 100; LC_ALL=de_DE.UTF-8 exec \"$0\" \"$@\"",
                ForkedProcess.java(),
                "-XX:StartFlightRecording:jdk.JavaExceptionThrow#enabled=true,filename=" + file,
                "-cp",
                "target/test-classes",
                ManyFilesMain.class.getName()));
        assertThat(recorded.output()).contains("/dev/null (Zu viele offene Dateien)");

        assertThat(Run.of("report", "--text", file.toString()).text())
                .contains("Who found no descriptor left")
                .containsPattern(
                        "io\\.fdscope\\.cli\\.ManyFilesMain\\.open\\(.*: /dev/null \\(Zu viele offene Dateien\\)");
    }

    @Test
    void twoRecordingsAreComparedAndTheOneWithoutUsSaysWhatIsMissing() throws IOException {
        Path other = folder.resolve("without-us.jfr");
        String olderJava = System.getProperty("maven.java", ForkedProcess.java());
        Run recorded = Run.command(List.of(
                olderJava,
                "-XX:StartFlightRecording:filename=" + other,
                "-jar",
                AgentHost.JAR.toString(),
                "--version"));
        assertThat(recorded.exitCode()).as(recorded.text()).isZero();
        Run run = Run.of("report", "--text", recording.toString(), other.toString());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text())
                .contains("There is not a verdict on both, so only figures can be compared.")
                .contains("leaking sockets, created at " + SITE)
                .contains("how many descriptors are open, of which kind, and who opened them: fdscope was not in this")
                .contains("To have it: start the JVM with -javaagent:fdscope.jar");
    }

    @Test
    void anotherJdkReadsItJustTheSame() throws IOException {
        String olderJava = System.getProperty("maven.java", ForkedProcess.java());
        assertThat(Run.on(olderJava, "report", "--text", recording.toString()).output())
                .isEqualTo(Run.of("report", "--text", recording.toString()).output());
    }
}
