package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user runs it, {@code java -jar fdscope.jar}, on real processes. */
class StatusIT {
    private static final String FAST = "count=20ms,scan=20ms,budget=100%";
    /** Where the black box has it. */
    private static final long START_MILLIS = 24;

    private static final long START_TICKS = 88;

    private static Map<String, String> json(Run run) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(run.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(parser.currentName(), parser.getText());
                }
            }
        }
        return values;
    }

    @Test
    void readsAProcessThatHasNoDescriptorLeft() throws IOException {
        try (ForkedProcess host = AgentHost.limited(300, FAST)) {
            AgentHost.get(host, "OpenCount");
            host.send("exhaust");
            int leaked = Integer.parseInt(host.await("exhausted with").replaceAll(".*with (\\d+):.*", "$1"));
            Await.until(
                    "the leak is seen",
                    () -> status(host).get("unidentifiedSocketCount").equals(Integer.toString(leaked)));

            Run run = Run.of("status", Long.toString(host.pid()));

            assertThat(run.exitCode()).isZero();
            assertThat(run.text()).contains("of 300 (", leaked + " unidentified", "0 of fdscope's own");
        }
    }

    private static Map<String, String> status(ForkedProcess host) {
        try {
            return json(Run.of("status", "--json", Long.toString(host.pid())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void leakFive(ForkedProcess host) throws IOException {
        AgentHost.get(host, "OpenCount");
        host.send("leak 5");
        host.await("leaked 5");
        Await.until("the leak is seen", () -> "5".equals(status(host).get("unidentifiedSocketCount")));
    }

    @Test
    void blackBoxAndJmxSayTheSame() throws IOException {
        int port = LoopbackJmx.freePort();
        try (ForkedProcess host = AgentHost.withAgent("", LoopbackJmx.flags(port))) {
            host.send("leak 42");
            host.await("leaked 42");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan");
            host.await("scanned 42");

            Map<String, String> byPid = status(host);
            Map<String, String> byUrl = json(Run.of("status", "--json", "127.0.0.1:" + port));

            for (String figure : List.of(
                    "unidentifiedSocketCount",
                    "foreignNetnsSocketCount",
                    "fileCount",
                    "pipeCount",
                    "softLimit",
                    "hardLimit")) {
                assertThat(byUrl).containsEntry(figure, byPid.get(figure));
            }
            assertThat(byPid).containsEntry("unidentifiedSocketCount", "42").containsEntry("alive", "true");
        }
    }

    @Test
    void readsAProcessThatHangs() throws IOException, InterruptedException {
        try (ForkedProcess host = AgentHost.withAgent(FAST)) {
            leakFive(host);
            signal(host, "STOP");

            Run run = Run.of("status", Long.toString(host.pid()));

            assertThat(run.exitCode()).isZero();
            assertThat(run.text()).contains("of which 5 unidentified");
            signal(host, "CONT");
        }
    }

    @Test
    void saysThatAProcessIsDeadAndWhatItLastWrote() throws IOException {
        ForkedProcess host = AgentHost.withAgent(FAST);
        leakFive(host);
        host.kill();

        Run run = Run.of("status", Long.toString(host.pid()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.text())
                .contains("NOTE: process " + host.pid() + " is dead (killed or crashed); this is the last it wrote")
                .contains("of which 5 unidentified");
    }

    /** As Tomcat's scripts give it one. */
    @Test
    void readsAProcessThatHasATemporaryFolderOfItsOwn(@TempDir Path itsOwn) throws IOException {
        try (ForkedProcess host = AgentHost.withAgent(FAST, "-Djava.io.tmpdir=" + itsOwn)) {
            AgentHost.get(host, "OpenCount");
            String pid = Long.toString(host.pid());

            Run run = Run.of("status", pid);

            assertThat(run.text()).contains("fdscope status of " + host.pid() + " io.fdscope.agent.Host (black box, ");
            assertThat(run.exitCode()).isZero();
            assertThat(itsOwn.resolve("fdscope_" + System.getProperty("user.name") + "/" + host.pid()))
                    .exists();
            host.kill();

            assertThat(Run.of("status", pid).output())
                    .containsExactly("fdscope: there is no process " + pid
                            + ", and no black box of one; 'jps -l' lists the JVMs");
            assertThat(Run.of("status", "-Djava.io.tmpdir=" + itsOwn, pid).text())
                    .contains("is dead (killed or crashed)");
        }
    }

    @Test
    void whatADeadProcessOfItsNumberHasLeftIsNotTakenForIts(@TempDir Path itsOwn) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "fdscope_" + System.getProperty("user.name"));
        ForkedProcess former = AgentHost.withAgent(FAST);
        leakFive(former);
        former.kill();
        try (ForkedProcess host = AgentHost.withAgent(FAST, "-Djava.io.tmpdir=" + itsOwn)) {
            AgentHost.get(host, "OpenCount");
            Path left =
                    Files.copy(folder.resolve(Long.toString(former.pid())), folder.resolve(Long.toString(host.pid())));
            try {
                assertThat(status(host)).containsEntry("alive", "true");
                assertThat(status(host).get("unidentifiedSocketCount")).isEqualTo("0");
            } finally {
                Files.deleteIfExists(left);
            }
        }
    }

    /** As after a clock that was set, and as of a process that has begun in the very same second. */
    @Test
    void whoseABlackBoxIsGoesByTheTicksAndNotByTheClock(@TempDir Path itsOwn) throws IOException {
        try (ForkedProcess host = AgentHost.withAgent(FAST, "-Djava.io.tmpdir=" + itsOwn)) {
            AgentHost.get(host, "OpenCount");
            Path box = itsOwn.resolve("fdscope_" + System.getProperty("user.name") + "/" + host.pid());
            add(box, START_MILLIS, -3_600_000);
            assertThat(status(host)).containsEntry("alive", "true");

            add(box, START_MILLIS, 3_600_000);
            add(box, START_TICKS, 1);
            assertThat(status(host)).containsEntry("alive", "false");
        }
    }

    private static void add(Path box, long at, long more) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(box.toFile(), "rw")) {
            file.seek(at);
            long number = Long.reverseBytes(file.readLong());
            file.seek(at);
            file.writeLong(Long.reverseBytes(number + more));
        }
    }

    @Test
    void aJvmWithoutUsIsToldByUrl() throws IOException {
        int port = LoopbackJmx.freePort();
        try (ForkedProcess host = AgentHost.plain(LoopbackJmx.flags(port))) {
            host.await("main runs");

            Run run = Run.of("status", "127.0.0.1:" + port);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output())
                    .containsExactly("fdscope: the JVM at 127.0.0.1:" + port
                            + " has no fdscope in it: start it with -javaagent:fdscope.jar (which shows itself two"
                            + " seconds after main has begun), or put it in with 'fdscope attach PID' on its machine");
        }
    }

    @Test
    void theDemoWithoutTheSourceTreeSaysWhatItNeeds(@TempDir Path elsewhere) throws IOException {
        Path copy = Files.copy(AgentHost.JAR, elsewhere.resolve("fdscope.jar"));
        try (ForkedProcess process =
                ForkedProcess.start(List.of(ForkedProcess.java(), "-jar", copy.toString(), "demo"))) {
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.heard())
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("fdscope: the demo needs the source tree: "));
        }
    }

    private static void signal(ForkedProcess host, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(host.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
