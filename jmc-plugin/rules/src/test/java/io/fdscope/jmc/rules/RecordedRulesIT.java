package io.fdscope.jmc.rules;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.LosingHost;
import io.fdscope.fixture.RecordedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport;

/** Recordings of real JVMs, each judged by JMC's own engine as the JVM judged itself. */
@EnabledOnOs(OS.LINUX)
class RecordedRulesIT {
    private static final int LOST = LosingHost.LOST;
    private static final String SETTINGS =
            Path.of("target", "test-classes", "rules.jfc").toAbsolutePath().toString();
    private static final List<String> ALL = List.of(
            "Headroom",
            "UnidentifiedSockets",
            "LeakSuspect",
            "CloseWait",
            "HeldAfterClose",
            "DroppedWithoutClose",
            "ConnectFailures",
            "DescriptorsExhausted",
            "SystemFileTable",
            "MonitorFaults");

    @TempDir
    private Path folder;

    private Path recording() {
        return folder.resolve("host.jfr");
    }

    private static RecordedHost withAgent() throws IOException {
        return RecordedHost.withAgent(SETTINGS, "");
    }

    private Evaluation evaluate(RecordedHost host) throws Exception {
        host.dump(recording());
        return Evaluation.of(recording());
    }

    /** All is well but for what is named. */
    private static Map<String, Severity> allFineBut(Map<String, Severity> others) {
        Map<String, Severity> severities = ALL.stream().collect(Collectors.toMap(id -> id, id -> Severity.OK));
        severities.putAll(others);
        return severities;
    }

    private static String line(String method) {
        return "io.fdscope.fixture.LosingHost." + method + "(LosingHost.java:";
    }

    /** The rule says in its first sentence what the process said in its own, and each suspect as well. */
    private static void assertAsLive(Evaluation judged, String live) {
        IResult suspect = judged.of("LeakSuspect");
        assertThat(live).startsWith(suspect.getSummary());
        live.lines()
                .filter(line -> line.startsWith("Suspect: "))
                .forEach(line -> assertThat(suspect.getResult(Results.DETAILS)).contains(line));
    }

    @ParameterizedTest
    @CsvSource({
        "unconnected, neverConnected, UnidentifiedSockets, in finally",
        "closeWait, closeWait, CloseWait, in finally",
        "heldAfterClose, heldAfterClose, HeldAfterClose, Closed at io.fdscope.fixture.LosingHost.heldAfterClose("
    })
    @Execution(ExecutionMode.CONCURRENT)
    void whatIsLostIsFoundByItsRuleAndNoOther(String kind, String cause, String rule, String told) throws Exception {
        try (RecordedHost host = withAgent()) {
            String live = host.lose(kind).explanation(line(kind));
            Evaluation judged = evaluate(host);

            Map<String, Severity> expected = allFineBut(Map.of(rule, Severity.INFO, "LeakSuspect", Severity.WARNING));
            if (kind.equals("heldAfterClose")) { // Never connected, which shows as well.
                expected.put("UnidentifiedSockets", Severity.INFO);
            }
            assertThat(judged.severities()).as(judged.text(rule)).isEqualTo(expected);
            assertAsLive(judged, live);
            assertThat(judged.of("LeakSuspect").getResult(Results.SITE)).startsWith(line(kind));
            assertThat(judged.of("LeakSuspect").getResult(Results.CAUSE)).isEqualTo(cause);
            assertThat(judged.of(rule).getResult(Results.SITE)).startsWith(line(kind));
            assertThat(judged.of(rule).getResult(Results.COUNT).longValue()).isEqualTo(LOST);
            assertThat(judged.text(rule)).contains(LOST + " at " + line(kind), told);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatTheCollectorHasToCloseIsToldOf() throws Exception {
        try (RecordedHost host = withAgent()) {
            host.lose("dropped").explanation(line("dropped"));
            String live = host.order("collect", "collected").explain();
            Evaluation judged = evaluate(host);

            IResult dropped = judged.of("DroppedWithoutClose");
            assertThat(dropped.getSeverity()).isEqualTo(Severity.INFO);
            assertThat(dropped.getSummary())
                    .isEqualTo(
                            "The garbage collector had to close 30 sockets: the program dropped them without close.");
            assertThat(dropped.getResult(Results.SITE)).startsWith(line("dropped"));
            assertAsLive(judged, live);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void failedConnectsAndWhoFoundNoDescriptorAreToldOf() throws Exception {
        try (RecordedHost host = withAgent()) {
            host.lose("refused").order("exhaust", "exhausted").explain();
            Evaluation judged = evaluate(host);

            assertThat(judged.severities())
                    .contains(
                            entry("ConnectFailures", Severity.WARNING),
                            entry("DescriptorsExhausted", Severity.WARNING));
            assertThat(judged.of("ConnectFailures").getSummary())
                    .isEqualTo(
                            "30 of 30 connects to localhost:1 failed: java.net.ConnectException: Connection refused.");
            assertThat(judged.of("DescriptorsExhausted").getResult(Results.SITE))
                    .startsWith(line("exhaust"));
            assertThat(judged.of("DescriptorsExhausted").getResult(Results.FAILURE))
                    .contains("Too many open files");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void anInnocentProcessIsWarnedOfNothing() throws Exception {
        try (RecordedHost host = withAgent()) {
            String live = host.lose("none").explanation("descriptors are open");
            Evaluation judged = evaluate(host);

            // It has run for a few seconds, in which it has proven nothing.
            assertThat(judged.severities()).isEqualTo(allFineBut(Map.of("LeakSuspect", Severity.NA)));
            assertThat(judged.of("LeakSuspect").getSummary())
                    .startsWith(live.lines().findFirst().orElseThrow())
                    .endsWith("Record for a minute or more, so that several scans fall into it.");
            assertThat(judged.of("ConnectFailures").getSummary()).isEqualTo("None of 30 connects failed.");
            assertThat(judged.byId().values())
                    .allSatisfy(result -> assertThat(result.getSolution()).isNullOrEmpty());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void withoutTracingTheRulesSayWhatToSwitchOn() throws Exception {
        try (RecordedHost host = RecordedHost.withAgent(SETTINGS, ",trace=off")) {
            host.lose("none").explain();
            Evaluation judged = evaluate(host);

            assertThat(judged.of("LeakSuspect").getSeverity()).isEqualTo(Severity.NA);
            assertThat(judged.text("LeakSuspect")).contains("trace=on");
            assertThat(judged.of("Headroom").getSeverity()).isEqualTo(Severity.OK);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRecordingWithoutTheAgentIsNotApplicable() throws Exception {
        try (RecordedHost host = RecordedHost.withoutAgent(SETTINGS)) {
            Evaluation judged = evaluate(host.lose("none"));

            assertThat(judged.severities().keySet()).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(judged.severities().values()).containsOnly(Severity.NA);
            assertThat(judged.text("Headroom")).contains("-javaagent:fdscope.jar");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theHtmlReportShowsThemAndACutRecordingBreaksNothing() throws Exception {
        try (RecordedHost host = withAgent()) {
            host.lose("unconnected").explanation(line("unconnected"));
            host.dump(recording());
        }
        String page = JfrHtmlRulesReport.createReport(recording().toFile());
        assertThat(page)
                .contains("Socket Leak by Creation Site", "Unidentified Sockets", "File Descriptor Headroom")
                .contains("30 unidentified sockets are open at the end; there were 30 at most.")
                .contains("<ul><li>30 at " + line("unconnected"))
                .doesNotContain("{0}", "MISSING_");

        byte[] whole = Files.readAllBytes(recording());
        Path damaged = folder.resolve("damaged.jfr");
        for (int from = 68; from < whole.length; from += whole.length / 20) {
            byte[] copy = whole.clone();
            Arrays.fill(copy, from, Math.min(whole.length, from + 64), (byte) 0x55);
            Files.write(damaged, copy);
            assertAnswersIfItLoads(damaged);
        }
    }

    /** Whether it does is for JMC's reader to say. */
    private static void assertAnswersIfItLoads(Path damaged) throws Exception {
        Optional<IItemCollection> items = Damaged.load(damaged);
        if (items.isPresent()) {
            Evaluation judged = Evaluation.of(items.get(), IPreferenceValueProvider.DEFAULT_VALUES);
            assertThat(judged.byId().keySet()).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(judged.byId().values())
                    .allSatisfy(result -> assertThat(result.getSummary()).isNotBlank());
        }
    }
}
