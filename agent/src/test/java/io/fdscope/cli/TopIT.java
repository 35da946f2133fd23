package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view in a real terminal, on real processes. */
class TopIT {
    private static final String FAST = "suspectAge=1s,suspectCount=5,scan=200ms,count=100ms,budget=100%";

    @TempDir
    Path folder;

    /** A descriptor that somebody holds for a moment is taken once it is free again. */
    private static boolean isFullAndSeen(ForkedProcess host, Tmux tmux) {
        try {
            host.send("exhaust");
            host.await("exhausted with");
            return tmux.shown().contains(" FULL ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String top(String target) {
        return ForkedProcess.java() + " -jar " + AgentHost.JAR + " top " + target;
    }

    private static String top(ForkedProcess host) {
        return top(Long.toString(host.pid()));
    }

    @Test
    void showsALeakItsStackAndItsDeathAndGivesTheTerminalBack() throws IOException {
        try (ForkedProcess host = AgentHost.limited(300, FAST);
                Tmux tmux = new Tmux(folder, 120, 30)) {
            AgentHost.get(host, "OpenCount");
            host.send("leak 40");
            host.await("leaked 40");
            tmux.enter("stty -g > before; " + top(host) + "; echo exit code $?");

            tmux.await(AgentHost.LEAK);
            assertThat(tmux.await("SUSPECTS 1"))
                    .contains("fdscope " + host.pid() + "  io.fdscope.agent.Host", " of 300 ", AgentHost.LEAK);
            tmux.keys("Enter");
            assertThat(tmux.await("  io.fdscope.agent.Host.main(Host.java:")).contains("CREATED AT", " esc ");
            tmux.keys("Escape");
            tmux.await("SUSPECTS 1");
            tmux.resize(60, 20);
            assertThat(tmux.await("60 s ago").lines()).hasSizeLessThanOrEqualTo(20);
            Await.until("it is seen to be full", () -> isFullAndSeen(host, tmux));
            assertThat(tmux.await(" FULL ")).contains("300 of 300", "100.0 %");
            host.kill();
            tmux.await("process " + host.pid() + " is dead (killed or crashed); this is the");
            tmux.keys("q");
            assertThat(tmux.await("exit code 0")).doesNotContain("SUSPECTS");
            tmux.enter("stty -g > after; cmp before after && echo as it was");
            tmux.await("as it was\n");
        }
    }

    @Test
    void aProcessThatIsStoppedIsToldPausingHoldsTheScreenAndASignalGivesTheTerminalBack() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent(FAST);
                Tmux tmux = new Tmux(folder, 100, 24)) {
            AgentHost.get(host, "OpenCount");
            tmux.enter("stty -g > before; sh -c 'echo $$ > pid; exec " + top(host) + "'; echo exit code $?");
            tmux.await("SUSPECTS");
            signal(host, "STOP");
            tmux.keys("Space");
            tmux.await("PAUSED");
            tmux.keys("Space");
            tmux.awaitGone("PAUSED");
            tmux.await(": the process hangs or is stopped; this is the last it wrote");
            signal(host, "CONT");
            tmux.awaitGone(": the process hangs");
            ForkedProcess.run("sh", "-c", "kill -TERM $(cat " + folder.resolve("pid") + ")");
            assertThat(tmux.await("exit code 143")).doesNotContain("SUSPECTS");
            tmux.enter("stty -g > after; cmp before after && echo as it was");
            tmux.await("as it was\n");
        }
    }

    @Test
    void byUrlItShowsTheSameAndGoesOnWhereTheConnectionIsLost() throws IOException {
        int port = LoopbackJmx.freePort();
        try (Tmux tmux = new Tmux(folder, 120, 30)) {
            try (ForkedProcess host = AgentHost.withAgent(FAST, LoopbackJmx.flags(port))) {
                AgentHost.get(host, "OpenCount");
                host.send("leak 40");
                host.await("leaked 40");
                tmux.enter(top("127.0.0.1:" + port) + "; echo exit code $?");
                assertThat(tmux.await(AgentHost.LEAK)).contains("fdscope 127.0.0.1:" + port, "JMX");
            }
            assertThat(tmux.await("cannot reach 127.0.0.1:" + port)).contains(AgentHost.LEAK);
            tmux.keys("C-c");
            tmux.await("exit code 0");
        }
    }

    @Test
    void whereThereIsNoTerminalItPrintsALineForEachLookUntilTheProcessEnds() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent(FAST)) {
            AgentHost.get(host, "OpenCount");
            host.send("leak 40");
            host.await("leaked 40");
            ForkedProcess top = ForkedProcess.start(
                    List.of(ForkedProcess.java(), "-jar", AgentHost.JAR.toString(), "top", Long.toString(host.pid())));
            assertThat(top.await("suspect " + AgentHost.LEAK))
                    .matches(
                            "\\d\\d:\\d\\d:\\d\\d  open \\d+ of .*, unidentified 40, held 0; suspect .* \\(40 open, never"
                                    + " connected\\)");
            host.kill();
            top.await("is dead (killed or crashed)");
            assertThat(top.end()).isZero();
        }
    }

    @Test
    void byUrlWhereThereIsNoTerminalALostProcessIsToldOnStderrUntilItIsBack() throws IOException {
        int port = LoopbackJmx.freePort();
        Path out = Files.createFile(folder.resolve("out"));
        List<String> command = List.of("sh", "-c", "exec " + top("127.0.0.1:" + port) + " --interval 2 > " + out);
        ForkedProcess top;
        try (ForkedProcess host = AgentHost.withAgent(FAST, LoopbackJmx.flags(port))) {
            AgentHost.get(host, "OpenCount");
            top = ForkedProcess.start(command);
            Await.until("the first is there", () -> lines(out) > 0);
        }
        try (top;
                ForkedProcess again = AgentHost.withAgent(FAST, LoopbackJmx.flags(port))) {
            assertThat(top.await("fdscope: ")).contains("127.0.0.1:" + port).endsWith("; trying again");
            long before = lines(out);
            AgentHost.get(again, "OpenCount");
            Await.until("it goes on", () -> lines(out) > before);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void jsonIsOneObjectALineAndAReaderThatLeavesIsNoErrorButAFullDiskIs() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent(FAST)) {
            AgentHost.get(host, "OpenCount");

            Run run = Run.of("top", "--once", "--json", Long.toString(host.pid()));

            assertThat(run.exitCode()).isZero();
            assertThat(run.output())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith(
                                    "{\"target\":\"" + host.pid()
                                            + "\",\"source\":\"black box\",\"note\":\"\",\"alive\":true,\"readingEpochMillis\":")
                            .contains("\"openCount\":", "\"countByKind\":{\"regularFile\":", "\"suspects\":[]}"));
            assertThat(ForkedProcess.run(
                            "bash",
                            "-c",
                            "set -o pipefail; " + top(host) + " --json | head -1 | cut -c1-10; echo exit code $?"))
                    .containsExactly("{\"target\":", "exit code 0");
            assertThat(ForkedProcess.run("sh", "-c", top(host) + " --once > /dev/full; echo exit code $?"))
                    .containsExactly("fdscope: cannot write: No space left on device", "exit code 1");
        }
    }

    private static void signal(ForkedProcess host, String name) throws IOException {
        assertThat(ForkedProcess.run("kill", "-" + name, Long.toString(host.pid())))
                .isEmpty();
    }
}
