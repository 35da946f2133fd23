package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.blackbox.BlackBox;
import io.fdscope.blackbox.BlackBoxReader;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentIT {
    @TempDir
    private Path temporary;

    private String tmp() {
        return "-Djava.io.tmpdir=" + temporary;
    }

    private Path blackBox(ForkedProcess host) {
        return temporary.resolve("fdscope_" + System.getProperty("user.name")).resolve(Long.toString(host.pid()));
    }

    private BlackBox readBlackBox(ForkedProcess host) throws IOException {
        return BlackBoxReader.read(blackBox(host));
    }

    @Test
    void countsWhatTheApplicationLeaksAndNothingOfItsOwn() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent("", tmp())) {
            host.await("main runs");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan");
            assertThat(host.await("scanned")).isEqualTo("scanned 0");
            long files = Long.parseLong(AgentHost.get(host, "FileCount"));

            host.send("leak 250");
            host.await("leaked 250");
            host.send("scan");

            assertThat(host.await("scanned")).isEqualTo("scanned 250");
            assertThat(Long.parseLong(AgentHost.get(host, "FileCount"))).isEqualTo(files);
            assertThat(host.end()).isZero();
            assertThat(host.heard()).noneMatch(line -> line.startsWith("fdscope:"));
        }
    }

    @Test
    void goesOnSamplingWithNotOneDescriptorLeft() throws Exception {
        try (ForkedProcess host = AgentHost.limited(300, "count=20ms,scan=20ms,budget=100%", tmp())) {
            host.await("main runs");
            AgentHost.get(host, "ScanCount");
            host.send("exhaust");
            String exhausted = host.await("exhausted with");
            int leaked = Integer.parseInt(exhausted.replaceAll(".*with (\\d+):.*", "$1"));
            long scans = Long.parseLong(AgentHost.get(host, "ScanCount"));

            Await.until("five more scans", () -> figure(host, "scanCount") >= scans + 5);

            // The JVM itself may have let go of one that it held when the leak ran into the limit.
            assertThat(Long.parseLong(AgentHost.get(host, "OpenCount"))).isBetween(298L, 300L);
            assertThat(Long.parseLong(AgentHost.get(host, "Headroom"))).isBetween(0L, 2L);
            assertThat(figure(host, "openCount")).isEqualTo(listed(host));
            assertThat(AgentHost.get(host, "UnidentifiedSocketCount")).isEqualTo(Integer.toString(leaked));
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(figure(host, "unidentifiedSocketCount")).isEqualTo(leaked);

            host.send("free");
            host.await("freed");
            Await.until("recovery is seen", () -> figure(host, "unidentifiedSocketCount") == 0);
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }

    private static int listed(ForkedProcess host) {
        return Path.of("/proc", Long.toString(host.pid()), "fd").toFile().list().length;
    }

    private long figure(ForkedProcess host, String name) {
        try {
            return readBlackBox(host).figures().get(name).longValue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void badOptionsAreSaidInOneLineEachAndTheHostRuns() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent("bogus=1,scan=soon,warn=", tmp())) {
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(host.end()).isZero();
            assertThat(host.heard().stream().filter(line -> line.startsWith("fdscope:")))
                    .containsExactlyInAnyOrder(
                            "fdscope: unknown option 'bogus' ignored; there are enabled, count, scan, budget, trace,"
                                    + " suspectAge, suspectCount, warn, critical, reserve, jfrguard, record, dump,"
                                    + " dumpEvery, relief, blackbox, jmx, micrometer",
                            "fdscope: option 'scan': 'soon' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days;"
                                    + " going on with 10s",
                            "fdscope: option 'warn': '' is no threshold: use a share of the limit (80%), a number of"
                                    + " descriptors (5000), a growth (+200/min), or several joined by |; going on with"
                                    + " 80%");
        }
    }

    @Test
    void theKernelIsAskedDirectlyAndTheTerminalStaysQuiet() throws Exception {
        boolean foreignFunctions = Runtime.version().feature() >= 22;
        String[] flags = Runtime.version().feature() >= 24
                ? new String[] {tmp(), "--illegal-native-access=deny"}
                : new String[] {tmp()};
        try (ForkedProcess host = AgentHost.withAgent("", flags)) {
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan"); // The first scan may have come before main.
            assertThat(host.await("scanned")).isEqualTo("scanned 0");
            assertThat(AgentHost.get(host, "Probe")).isEqualTo(foreignFunctions ? "ffm" : "jdk");
            assertThat(AgentHost.get(host, "ForeignNetnsSocketCount")).isEqualTo(foreignFunctions ? "0" : "-1");
            assertThat(host.end()).isZero();
            assertThat(host.heard()).allMatch(line -> line.matches("main runs|scanned 0|[A-Za-z]+ = .*"));
        }
    }

    @Test
    void switchedOffItLeavesNoTrace() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent("enabled=false", tmp())) {
            host.await("main runs");
            host.send("get OpenCount");
            assertThat(host.await("OpenCount")).isEqualTo("OpenCount = no bean");
            assertThat(host.end()).isZero();
            assertThat(temporary.resolve("fdscope_" + System.getProperty("user.name")))
                    .doesNotExist();
        }
    }

    @Test
    void theHostsExitCodeAndOutputAreItsOwn() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent("", tmp())) {
            host.send("exit");
            assertThat(host.end()).isEqualTo(3);
            assertThat(host.heard()).containsExactly("main runs");
        }
    }

    @Test
    void theBlackBoxSpeaksForADeadProcess() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent("count=20ms,scan=20ms,budget=100%", tmp())) {
            host.await("main runs");
            host.send("leak 77");
            host.await("leaked");
            Await.until(
                    "the leak is in the black box",
                    () -> Files.exists(blackBox(host)) && figure(host, "unidentifiedSocketCount") == 77);
            host.kill();

            BlackBox box = readBlackBox(host);
            assertThat(box.endedInOrder()).isFalse();
            assertThat(box.figures().get("unidentifiedSocketCount")).isEqualTo(77L);
        }
    }

    @Test
    void anOrderlyEndIsToldFromAViolentOne() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent("", tmp())) {
            AgentHost.get(host, "OpenCount");
            assertThat(host.end()).isZero();
            assertThat(readBlackBox(host).endedInOrder()).isTrue();
        }
    }

    @Test
    void aTemporaryFolderThatCannotBeWrittenCostsOnlyTheBlackBox() throws Exception {
        Path missing = temporary.resolve("missing");
        try (ForkedProcess host = AgentHost.withAgent("", "-Djava.io.tmpdir=" + missing)) {
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(host.end()).isZero();
            assertThat(host.heard().stream().filter(line -> line.startsWith("fdscope:")))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .isEqualTo("fdscope: no black box: " + missing
                                    + " does not exist; it is tried again, and the MXBean and the events work"
                                    + " without it"));
        }
    }

    @Test
    void aRuntimeWithoutJfrAndJmxIsWatchedAllTheSame() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent(
                "count=20ms,scan=20ms,budget=100%", tmp(), "--limit-modules", "java.instrument,java.management")) {
            host.await("main runs");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(host.end()).isZero();
            assertThat(host.heard()).contains("fdscope: this JVM lacks the module jdk.jfr: no flight recorder events");
        }
    }

    @Test
    void loadedTwiceTheFirstStaysAndTakesOverWhatTheSecondWasGiven() throws Exception {
        try (ForkedProcess host = AgentHost.plain(
                tmp(),
                "-javaagent:" + AgentHost.JAR + "=scan=30s,count=2s",
                "-javaagent:" + AgentHost.JAR + "=scan=20s")) {
            assertThat(host.await("fdscope:"))
                    .isEqualTo("fdscope: runs already in this JVM (agent) and goes on with scan=20s");
            assertThat(AgentHost.get(host, "ScanPeriodMillis")).isEqualTo("20000");
            assertThat(AgentHost.get(host, "CountPeriodMillis")).isEqualTo("2000");
            assertThat(host.end()).isZero();
        }
    }

    @Test
    void theApplicationsOwnLibraryNeverTakesOverFromTheAgent() throws Exception {
        String classPath = System.getProperty("java.class.path");
        try (ForkedProcess host = AgentHost.onClassPath(
                classPath, "io.fdscope.agent.LibraryHost", tmp(), "-javaagent:" + AgentHost.JAR + "=scan=30s")) {
            host.await("library closed");
            assertThat(AgentHost.get(host, "ScanPeriodMillis")).isEqualTo("30000");
            assertThat(host.end()).isZero();
            assertThat(host.heard())
                    .contains("fdscope: this process is watched already, by the agent; nothing was started");
        }
    }

    @Test
    void whatMainSetsForTheNetworkComesBeforeOurFirstSocket() throws Exception {
        try (ForkedProcess host = AgentHost.onClassPath(
                "target/test-classes", "io.fdscope.agent.NetworkHost", tmp(), "-javaagent:" + AgentHost.JAR)) {
            assertThat(host.await("listens on")).endsWith("/0.0.0.0");
        }
    }

    @Test
    void closedFromAShutdownHookItCountsNoFault() throws Exception {
        try (ForkedProcess host =
                AgentHost.onClassPath(System.getProperty("java.class.path"), "io.fdscope.agent.ShutdownHost", tmp())) {
            assertThat(host.end()).isZero();
            assertThat(host.heard()).containsExactly("closed with faults {}");
        }
    }

    @Test
    void anMBeanServerThatTheApplicationBuildsGetsOurBean() throws Exception {
        try (ForkedProcess host = AgentHost.withAgent(
                "", tmp(), "-Djavax.management.builder.initial=io.fdscope.agent.HostServerBuilder")) {
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(host.end()).isZero();
            assertThat(host.heard()).noneMatch(line -> line.startsWith("fdscope:"));
        }
    }

    @Test
    void aStandardErrorThatNobodyReadsHoldsNobodyUp() throws Exception {
        try (ForkedProcess host =
                AgentHost.onClassPath(System.getProperty("java.class.path"), "io.fdscope.agent.DeafHost", tmp())) {
            assertThat(host.await("started")).isEqualTo("started twice");
            assertThat(host.end()).isZero();
        }
    }
}
