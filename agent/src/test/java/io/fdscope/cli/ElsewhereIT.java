package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of another user, and in other namespaces of process ids and of mounts, as a container is. Takes root, who alone
 * can make them.
 */
class ElsewhereIT {
    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void place() throws IOException {
        assumeTrue(Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "takes root");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        jar = Files.copy(AgentHost.JAR, folder.resolve("fdscope.jar"));
    }

    private Run run(String verb, long pid) throws IOException {
        return Run.command(List.of(ForkedProcess.java(), "-jar", jar.toString(), verb, Long.toString(pid)));
    }

    private Run asNobody(String verb, long pid) throws IOException {
        return Run.command(asUserNobody("-jar", jar.toString(), verb, Long.toString(pid)));
    }

    private static List<String> asUserNobody(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"));
        command.add(ForkedProcess.java());
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void ofAnotherUsersProcessEveryVerbSaysWhoIsToAsk() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("")) {
            AgentHost.get(host, "OpenCount");
            String reason =
                    "process " + host.pid() + " runs as root and this as nobody: run it as root (sudo -u root ...)";

            for (String verb : List.of("status", "why", "fds", "attach", "top")) {
                Run run = asNobody(verb, host.pid());
                assertThat(run.output()).describedAs(verb).containsExactly("fdscope: " + reason);
                assertThat(run.exitCode()).describedAs(verb).isEqualTo(1);
            }
            Run check = asNobody("check", host.pid());
            assertThat(check.output()).containsExactly("FDSCOPE UNKNOWN - " + reason);
            assertThat(check.exitCode()).isEqualTo(3);
        }
    }

    /** A JVM with process ids and a {@code /tmp} of its own; it goes with unshare. */
    private static ForkedProcess contained(String... flags) throws IOException {
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        assumeTrue(!classes.startsWith("/tmp"), "a /tmp of its own would hide the classes");
        List<String> command = new ArrayList<>(List.of("unshare", "--pid", "--mount", "--fork", "--kill-child"));
        command.addAll(
                List.of("--mount-proc", "sh", "-c", "mount -t tmpfs none /tmp && mkdir /tmp/own && exec \"$@\"", "sh"));
        command.add(ForkedProcess.java());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classes.toString(), "io.fdscope.agent.Host"));
        ForkedProcess process = ForkedProcess.start(command);
        process.await("main runs");
        return process;
    }

    /** Its number out here. */
    private static long outside(ForkedProcess unshare) {
        return ProcessHandle.of(unshare.pid())
                .flatMap(parent -> parent.children().findFirst())
                .orElseThrow()
                .pid();
    }

    private static void assumeThatNamespacesCanBeMade() throws IOException {
        assumeTrue(
                Run.command(List.of("unshare", "--pid", "--mount", "--fork", "true"))
                                .exitCode()
                        == 0,
                "takes a machine that lets root make namespaces");
    }

    @Test
    void inAContainerItsBlackBoxIsReadFromOutside() throws IOException {
        assumeThatNamespacesCanBeMade();
        try (ForkedProcess host = contained("-javaagent:" + AgentHost.JAR)) {
            AgentHost.get(host, "OpenCount");
            long pid = outside(host);
            Await.until("there is a scan", () -> isScanned(pid));

            Run run = run("status", pid);
            assertThat(run.text()).contains("fdscope status of " + pid + " io.fdscope.agent.Host (black box, ");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void inAContainerWithAnotherTemporaryFolderItIsReadToo() throws IOException {
        assumeThatNamespacesCanBeMade();
        try (ForkedProcess host = contained("-Djava.io.tmpdir=/tmp/own", "-javaagent:" + AgentHost.JAR)) {
            AgentHost.get(host, "OpenCount");
            long pid = outside(host);
            Await.until("there is a scan", () -> isScanned(pid));

            assertThat(run("status", pid).exitCode()).isZero();
        }
    }

    @Test
    void ofADeadProcessOfAnotherUserItIsSaidWhoseBlackBoxItIs() throws IOException {
        long pid;
        try (ForkedProcess host = ForkedProcess.start(asUserNobody("-javaagent:" + jar, sleeper()))) {
            pid = host.pid();
            Await.until("there is a scan", () -> isScanned(host.pid()));
            host.kill();
        }

        Run run = run("status", pid);
        assertThat(run.output())
                .containsExactly("fdscope: there is no process " + pid + ", and the black box that one has left is"
                        + " nobody's: run it as nobody (sudo -u nobody ...)");
        assertThat(run.exitCode()).isEqualTo(1);
        Run asNobody = asNobody("status", pid);
        assertThat(asNobody.text()).contains("is dead (killed or crashed); this is the last it wrote");
        assertThat(asNobody.exitCode()).isZero();
    }

    @Test
    void aTemporaryFolderThatIsNotItsToWriteToIsSaidToBe() throws IOException {
        try (ForkedProcess host =
                ForkedProcess.start(asUserNobody("-javaagent:" + jar, "-Djava.io.tmpdir=" + folder, sleeper()))) {
            assertThat(host.await("no black box"))
                    .startsWith("fdscope: no black box: " + folder + " is not writable for us; it is tried again");
        }
    }

    private String sleeper() throws IOException {
        return Files.writeString(folder.resolve("Sleeper.java"), """
                class Sleeper {
                    public static void main(String[] arguments) throws Exception {
                        Thread.sleep(60_000);
                    }
                }
                """).toString();
    }

    private boolean isScanned(long pid) {
        try {
            return run("status", pid).text().contains(" of which 0 unidentified");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void inAContainerWithoutFdscopeItSaysHowToPutItIn() throws IOException {
        assumeThatNamespacesCanBeMade();
        try (ForkedProcess host = contained()) {
            long pid = outside(host);

            assertThat(run("status", pid).output())
                    .containsExactly(
                            "fdscope: process " + pid + " runs in another container and has no black box there:"
                                    + " start it with -javaagent:fdscope.jar, or copy fdscope.jar into the container"
                                    + " and run 'java -jar fdscope.jar attach PID' there (docker exec, kubectl exec),"
                                    + " with its process id there");
            assertThat(run("attach", pid).output())
                    .containsExactly("fdscope: process " + pid + " does not see " + jar
                            + ": it runs in another container; copy the jar into it, and run this there (docker"
                            + " exec, kubectl exec), with its process id there");
        }
    }
}
