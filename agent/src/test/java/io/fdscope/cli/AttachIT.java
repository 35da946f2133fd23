package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.agent.LibraryHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command line has done inside real processes, by attaching to them. */
class AttachIT {
    /** The java that runs Maven; where the tests run on a newer JDK, another one. */
    private static final String MAVEN_JAVA = System.getProperty("maven.java");

    private static String pid(ForkedProcess process) {
        return Long.toString(process.pid());
    }

    @Test
    void aRunningJvmIsWatchedOnceAttachedAndToldItsDescriptors() throws IOException {
        try (ForkedProcess host = AgentHost.plain()) {
            host.send("leak 30");
            host.await("leaked 30");

            Run attached = Run.of("attach", pid(host), "scan=1h");

            assertThat(attached.output()).containsExactly("process " + host.pid() + ": started");
            assertThat(attached.exitCode()).isZero();
            Run listed = Run.of("fds", pid(host), "--filter", "unidentified");
            assertThat(listed.output()).hasSize(31);
            assertThat(listed.output().get(0)).matches(" *FD  KIND +STATE +LOCAL +REMOTE +AGE +CREATED AT");
            assertThat(listed.output().get(1)).matches(" *[0-9]+  (tcp6|socket) +(CLOSE|UNIDENTIFIED) +[0-9]+ s");
            assertThat(listed.exitCode()).isZero();
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }

    @Test
    void attachedLateItNamesTheLineOfALeakThatGoesOnAndSaysWhatIsOlder() throws IOException {
        try (ForkedProcess host = AgentHost.plain()) {
            host.send("leak 12");
            host.await("leaked 12");
            Run.of("attach", pid(host), "suspectAge=1s,scan=200ms,count=100ms,budget=100%");
            host.send("leak 30");
            host.await("leaked 42");

            String why = whyOnceItNames(AgentHost.LEAK, host);

            assertThat(why)
                    .contains(
                            "Suspect: created before tracing began, or by native code: ",
                            "Suspect: " + AgentHost.LEAK + ", thread main: never connected, and not closed",
                            "30 open (30 unidentified)",
                            "at " + AgentHost.LEAK,
                            "creations have been traced for",
                            "12 of 42 unidentified sockets: where they were created is not known");
            assertThat(Run.of("why", pid(host), "--gc").text())
                    .contains("Created at " + AgentHost.LEAK + ": 0 of 30 open sockets were closed");
            List<String> listed =
                    Run.of("fds", pid(host), "--filter", "unidentified").output();
            assertThat(listed.stream().filter(line -> line.endsWith(AgentHost.LEAK)))
                    .hasSize(30);
            assertThat(listed).hasSize(1 + 42);
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }

    private static String whyOnceItNames(String site, ForkedProcess host) throws IOException {
        String text = "";
        long end = System.nanoTime() + 40_000_000_000L;
        while (!text.contains(site) && System.nanoTime() < end) {
            text = Run.of("why", pid(host)).text();
        }
        return text;
    }

    /** With so much room that no collection comes by itself. */
    @Test
    void attachedLateItFindsWhatIsDroppedFromThenOn() throws IOException {
        try (ForkedProcess host = AgentHost.plain("-Xms1g", "-Xmn900m")) {
            host.await("main runs");
            Run.of("attach", pid(host), "suspectAge=1s,scan=200ms,count=100ms,budget=100%");
            host.send("leakSockets 30");
            host.await("leaked 30");
            String site = "io.fdscope.agent.Host.leakSockets(Host.java:";
            assertThat(whyOnceItNames(site, host)).contains(site);
            host.send("forget");
            host.await("forgotten");

            assertThat(Run.of("why", pid(host), "--gc").text())
                    .contains("Created at " + site, "30 of 30 open sockets were closed by the garbage collection");
        }
    }

    @Test
    void theSecondTimeOptionsAreChangedAndTheAnswerIsTheAgentsOwn() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("")) {
            AgentHost.get(host, "OpenCount");

            Run run = Run.of("attach", pid(host), "scan=7s,reserve=5");

            assertThat(run.output())
                    .containsExactly(
                            "process " + host.pid()
                                    + ": runs already in this JVM (agent) and goes on with scan=7s,reserve=5; what it started with stays for reserve");
            assertThat(AgentHost.get(host, "ScanPeriodMillis")).isEqualTo("7000");
            assertThat(Run.of("attach", pid(host), "enabled=false").output())
                    .containsExactly("process " + host.pid() + ": runs already in this JVM (agent) and stops now");
            assertThat(Run.of("attach", pid(host), "enabled=false").output())
                    .containsExactly("fdscope: process " + host.pid() + ": there is none that could answer");
        }
    }

    @Test
    void aLibraryIsToldThatItCannotTraceAndMakesRoomForTheAgent() throws IOException {
        try (ForkedProcess host = AgentHost.onClassPath(
                System.getProperty("java.class.path"),
                "io.fdscope.agent.LibraryHost",
                "-D" + LibraryHost.KEPT + "=true")) {
            AgentHost.get(host, "OpenCount");

            assertThat(Run.of("attach", pid(host)).output())
                    .containsExactly(
                            "process " + host.pid() + ": runs already in this JVM (library); as a library it cannot"
                                    + " trace: 'fdscope attach PID enabled=false' closes it, and attaching once more puts the"
                                    + " agent in");
            assertThat(Run.of("attach", pid(host), "enabled=false").output())
                    .containsExactly("process " + host.pid() + ": runs already in this JVM (library) and stops now");
            assertThat(Run.of("attach", pid(host), "suspectAge=1s,scan=200ms").output())
                    .containsExactly("process " + host.pid() + ": started");
            host.send("leak 30");
            host.await("leaked 30");
            assertThat(whyOnceItNames(AgentHost.LEAK, host)).contains("Suspect: " + AgentHost.LEAK);
        }
    }

    @Test
    void aJvmOfAnotherVersionCanBeAttachedToFromEitherSide() throws IOException {
        for (List<String> javas :
                List.of(List.of(MAVEN_JAVA, ForkedProcess.java()), List.of(ForkedProcess.java(), MAVEN_JAVA))) {
            List<String> command = new ArrayList<>(List.of(javas.get(0)));
            command.addAll(List.of("-cp", AgentHost.CLASS_PATH, "io.fdscope.agent.Host"));
            try (ForkedProcess host = ForkedProcess.start(command)) {
                host.await("main runs");

                assertThat(Run.on(javas.get(1), "attach", pid(host)).output())
                        .containsExactly("process " + host.pid() + ": started");
                AgentHost.get(host, "OpenCount");
                assertThat(Run.on(javas.get(1), "fds", pid(host), "--limit", "2")
                                .output())
                        .hasSize(4)
                        .last()
                        .isEqualTo("(the first 2; --limit gives more)");
            }
        }
    }

    @Test
    void byPidAndByUrlTheSameDescriptorsAreListed() throws IOException {
        int port = LoopbackJmx.freePort();
        try (ForkedProcess host = AgentHost.withAgent("", LoopbackJmx.flags(port))) {
            AgentHost.get(host, "OpenCount");
            host.send("leak 5");
            host.await("leaked 5");

            Run byPid = Run.of("fds", pid(host), "--filter", "unidentified", "--json");
            Run byUrl = Run.of("fds", "127.0.0.1:" + port, "--filter", "unidentified", "--json");

            assertThat(byPid.exitCode()).isZero();
            assertThat(withoutAges(byUrl)).isEqualTo(withoutAges(byPid)).hasSizeGreaterThan(5 * 10);
        }
    }

    private static List<String> withoutAges(Run run) {
        return run.output().stream()
                .filter(line ->
                        !line.contains("\"ageMillis\"") && !line.contains("\"target\"") && !line.contains("\"source\""))
                .toList();
    }

    @Test
    void withoutASuspectThereIsNothingToCompareAndItSaysSo() throws IOException {
        int port = LoopbackJmx.freePort();
        try (ForkedProcess host = AgentHost.withAgent("", LoopbackJmx.flags(port))) {
            AgentHost.get(host, "OpenCount");

            String answer = "The garbage collection has been done; there was no suspect to compare.";
            assertThat(Run.of("why", pid(host), "--gc").output()).first().isEqualTo(answer);
            assertThat(Run.of("why", "127.0.0.1:" + port, "--gc").output())
                    .first()
                    .isEqualTo(answer);
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }

    @Test
    void aJvmWithoutFdscopeIsNotStartedByAskingIt() throws IOException {
        try (ForkedProcess host = AgentHost.plain()) {
            host.await("main runs");

            Run run = Run.of("fds", pid(host));

            assertThat(run.output())
                    .containsExactly("fdscope: process " + host.pid() + ": no fdscope runs in it; 'fdscope attach "
                            + host.pid() + "' starts one");
            assertThat(run.exitCode()).isEqualTo(1);
            host.send("get OpenCount");
            assertThat(host.await("OpenCount")).isEqualTo("OpenCount = no bean");
        }
    }

    @Test
    void aProcessThatIsNoJvmIsLeftAlone() throws IOException {
        try (ForkedProcess cat = ForkedProcess.start(List.of("cat"))) {
            Run run = Run.of("attach", pid(cat));

            assertThat(run.output())
                    .containsExactly("fdscope: process " + cat.pid() + " is no JVM; 'jps -l' lists the JVMs");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(cat.end()).isZero();
        }
    }

    @Test
    void aJvmThatRefusesToBeAttachedToIsOneLine() throws IOException {
        try (ForkedProcess host = AgentHost.plain("-XX:+DisableAttachMechanism")) {
            host.await("main runs");

            Run run = Run.of("attach", pid(host));

            assertThat(run.output())
                    .containsExactly(
                            "fdscope: cannot attach to process " + host.pid() + ": it accepts no attach (started"
                                    + " with -XX:+DisableAttachMechanism, or still starting)");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(host.end()).isZero();
        }
    }

    @Test
    void aProcessThatHangsIsGivenUpInTime() throws IOException, InterruptedException {
        try (ForkedProcess host = AgentHost.withAgent("")) {
            AgentHost.get(host, "OpenCount");
            signal(host, "STOP");

            Run run = Run.of("fds", pid(host), "--timeout", "1");

            assertThat(run.output())
                    .containsExactly("fdscope: no answer from process " + host.pid()
                            + " within 1000 ms: it may hang, or have no descriptor left; 'status' and 'why' read what it"
                            + " last wrote");
            assertThat(run.exitCode()).isEqualTo(1);
            signal(host, "CONT");
        }
    }

    @Test
    void aJavaWithoutTheModuleSaysWhatItTakes() throws IOException {
        try (ForkedProcess host = AgentHost.plain()) {
            host.await("main runs");
            Run run = Run.command(List.of(
                    ForkedProcess.java(),
                    "--limit-modules",
                    "java.base,java.management",
                    "-jar",
                    AgentHost.JAR.toString(),
                    "attach",
                    pid(host)));

            assertThat(run.output())
                    .containsExactly("fdscope: this Java has no module jdk.attach: run this with the java of a JDK");
        }
    }

    @Test
    void noFileStaysBehind() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("")) {
            AgentHost.get(host, "OpenCount");
            Run.of("fds", pid(host));
            Run.of("attach", pid(host), "scan=5s");

            Await.until(
                    "no answer is left",
                    () -> new File("/tmp").list((tmp, name) -> name.startsWith("fdscope-answer-")).length == 0);
        }
    }

    private static void signal(ForkedProcess host, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(host.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
