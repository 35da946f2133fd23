package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real recordings of another JVM, whoever starts them and when. */
@EnabledOnOs(OS.LINUX)
class RecordingTest {
    private static final String USAGE = "io.fdscope.FileDescriptorUsage";

    @TempDir
    Path folder;

    private Path file;
    private Optional<ForkedJvm> jvm = Optional.empty();

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("test.jfr");
    }

    @AfterEach
    void nothingFailed() throws IOException {
        List<String> faults = jvm.orElseThrow().ask("faults");
        assertThat(jvm.orElseThrow().end()).isZero();
        assertThat(faults).isEmpty();
    }

    @Test
    void eventsAppearInARecordingStartedByFlagBeforeUs() throws IOException {
        ForkedJvm java = start("-XX:StartFlightRecording:name=flag");
        java.ask("install");
        java.ask("asked 2");
        java.jcmd("JFR.dump", "name=flag", "filename=" + file);
        assertUsageIsWhatTheSamplerSaw(java);
    }

    @Test
    void eventsAppearUnderTheProfileSettings() throws IOException {
        ForkedJvm java = start("-XX:StartFlightRecording:name=flag,settings=profile");
        java.ask("install");
        java.ask("asked 2");
        java.jcmd("JFR.dump", "name=flag", "filename=" + file);
        assertUsageIsWhatTheSamplerSaw(java);
    }

    @Test
    void ourSettingsFileHoldsInARecordingStartedByFlagBeforeUs() throws IOException {
        Path settings = folder.resolve("often.jfc");
        Files.writeString(settings, settingsFile().replace("30 s", "100 ms").replace("5 s", "100 ms"));
        ForkedJvm java = start("-XX:StartFlightRecording:name=flag,settings=" + settings);
        java.ask("install");
        java.ask("asked 40");
        java.jcmd("JFR.dump", "name=flag", "filename=" + file);
        assertThat(recorded("io.fdscope.SocketStates"))
                .hasSizeGreaterThan(5)
                .allSatisfy(event ->
                        assertThat(event.getInt("unidentifiedSocketCount")).isEqualTo(WatchedMain.UNIDENTIFIED));
        assertThat(recorded("io.fdscope.KernelSocketUsage")).hasSizeGreaterThan(5);
        List<RecordedEvent> sockets = recorded("io.fdscope.UnidentifiedSocket");
        assertThat(sockets).hasSizeGreaterThan(5 * WatchedMain.UNIDENTIFIED);
        assertThat(sockets.stream().map(event -> event.getLong("inode")).distinct())
                .hasSize(WatchedMain.UNIDENTIFIED);
        assertThat(ForkedJvm.tool("jfr", "print", "--events", "UnidentifiedSocket", file.toString()))
                .contains("socketState = \"UNIDENTIFIED\"", "creationTime = N/A", "leftOutCount = 0");
    }

    @Test
    void eventsAppearInARecordingStartedByJcmdAfterUs() throws IOException {
        ForkedJvm java = start();
        java.ask("install");
        java.jcmd("JFR.start", "name=later", "settings=default");
        java.ask("asked 2");
        java.jcmd("JFR.dump", "name=later", "filename=" + file);
        assertUsageIsWhatTheSamplerSaw(java);
    }

    @Test
    void eventsAppearInARecordingStartedByJcmdBeforeUs() throws IOException {
        ForkedJvm java = start();
        java.jcmd("JFR.start", "name=earlier");
        java.ask("install");
        java.ask("asked 2");
        java.jcmd("JFR.dump", "name=earlier", "filename=" + file);
        assertUsageIsWhatTheSamplerSaw(java);
    }

    @Test
    void eventsAppearInARecordingStartedByApiBeforeUs() throws IOException {
        ForkedJvm java = start();
        java.ask("record");
        java.ask("install");
        java.ask("asked 8");
        java.ask("dump " + file);
        assertUsageIsWhatTheSamplerSaw(java);
    }

    @Test
    void eventsAppearInARecordingStartedByApiAfterUs() throws IOException {
        ForkedJvm java = start();
        java.ask("install");
        java.ask("record");
        java.ask("asked 8");
        java.ask("dump " + file);
        assertUsageIsWhatTheSamplerSaw(java);
        assertThat(recorded("io.fdscope.KernelSocketUsage")).allSatisfy(event -> {
            int beyond = event.getInt("tcpAllocated") - event.getInt("tcpInUse");
            assertThat(beyond).isGreaterThanOrEqualTo(WatchedMain.UNIDENTIFIED);
        });
    }

    @Test
    void theTypesAreGoneOnceClosedAndARecordingWithoutUsGoesOn() throws IOException {
        ForkedJvm java = start("-XX:StartFlightRecording:name=flag");
        java.ask("install");
        assertThat(java.ask("known")).hasSize(15);
        java.ask("asked 2"); // The first event is written by the second ask.
        java.ask("close");
        assertThat(java.ask("known")).isEmpty();
        java.jcmd("JFR.dump", "name=flag", "filename=" + file);
        assertThat(recorded(USAGE)).isNotEmpty();
    }

    @Test
    void aJvmWhoseFlightRecorderIsOffSaysSoOnce() throws IOException {
        ForkedJvm java = start("-XX:-FlightRecorder");
        java.ask("install");
        java.ask("close");
        assertThat(java.ask("said"))
                .containsExactly("the flight recorder of this JVM is off: no flight recorder events");
    }

    @Test
    void aJvmWithoutTheModuleSaysSoOnce() throws IOException {
        ForkedJvm java = start("--limit-modules", "java.base");
        java.ask("install");
        java.ask("close");
        assertThat(java.ask("said")).containsExactly("this JVM lacks the module jdk.jfr: no flight recorder events");
    }

    private void assertUsageIsWhatTheSamplerSaw(ForkedJvm java) throws IOException {
        List<RecordedEvent> usage = recorded(USAGE);
        assertThat(usage).isNotEmpty().extracting(Recorded::figures).isSubsetOf(java.ask("given"));
        assertThat(usage)
                .extracting(event -> event.getInt("unidentifiedSocketCount"))
                .containsOnly(WatchedMain.UNIDENTIFIED);
        String printed = ForkedJvm.tool("jfr", "print", "--events", USAGE, file.toString());
        assertThat(printed.split(USAGE, -1)).hasSize(usage.size() + 1);
        assertThat(printed)
                .contains("openCount = " + usage.get(0).getInt("openCount") + "\n")
                .contains("unidentifiedSocketCount = " + WatchedMain.UNIDENTIFIED + "\n");
        assertThat(ForkedJvm.tool("jfr", "summary", file.toString()))
                .containsPattern("io.fdscope.FileDescriptorUsage +" + usage.size() + " ");
    }

    private List<RecordedEvent> recorded(String name) throws IOException {
        return Recorded.ours(file)
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    private ForkedJvm start(String... vmOptions) throws IOException {
        ForkedJvm started = ForkedJvm.start(vmOptions);
        jvm = Optional.of(started);
        return started;
    }

    private static String settingsFile() throws IOException {
        try (var in = RecordingTest.class.getResourceAsStream("/fdscope.jfc")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
