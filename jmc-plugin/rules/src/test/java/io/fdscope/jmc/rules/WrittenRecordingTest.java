package io.fdscope.jmc.rules;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fixture.FakeEvent;
import io.fdscope.recording.RecordingContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport;

/** Recordings that are like no JVM's, or as no JVM could be made to write one at will. */
class WrittenRecordingTest {
    private static final List<String> OURS = List.of(
            EventNames.FILE_DESCRIPTOR_USAGE,
            EventNames.SOCKET_STATES,
            EventNames.SYSTEM_FILE_USAGE,
            EventNames.SOCKET_OPENED,
            EventNames.SOCKET_CONNECTED,
            EventNames.DESCRIPTORS_EXHAUSTED,
            EventNames.UTILIZATION_ALERT,
            EventNames.MONITOR_FAULT,
            EventNames.LEAK_EVIDENCE,
            EventNames.SITE_EVIDENCE,
            EventNames.CREATION_SITE);

    private static final List<String> FIELDS = List.of(
            FieldNames.OPEN_COUNT,
            FieldNames.SOFT_LIMIT,
            FieldNames.UNIDENTIFIED_SOCKET_COUNT,
            FieldNames.TIME_TO_EXHAUSTION,
            FieldNames.ALLOCATED_FILES,
            FieldNames.MAX_FILES,
            FieldNames.SCAN_NUMBER,
            FieldNames.SITE_NUMBER,
            FieldNames.SITE_COUNT,
            FieldNames.STACK_TEXT,
            FieldNames.SCANNED,
            FieldNames.HOST,
            FieldNames.PORT,
            FieldNames.LEFT_OUT_COUNT,
            FieldNames.FAULT_COUNT,
            FieldNames.GROWTH_PER_MINUTE,
            "closeWait");

    @TempDir
    private Path folder;

    private IItemCollection items(List<FakeEvent> events) throws Exception {
        return JfrLoaderToolkit.loadEvents(WrittenRecording.write(folder.resolve("written.jfr"), events.stream())
                .toFile());
    }

    private Evaluation evaluate(FakeEvent... events) throws Exception {
        return Evaluation.of(items(List.of(events)), IPreferenceValueProvider.DEFAULT_VALUES);
    }

    private static FakeEvent usage(int open, int limit, long millisLeft) {
        return FakeEvent.of(
                EventNames.FILE_DESCRIPTOR_USAGE,
                FakeEvent.START,
                Map.of(
                        FieldNames.OPEN_COUNT,
                        open,
                        FieldNames.SOFT_LIMIT,
                        limit,
                        FieldNames.GROWTH_PER_MINUTE,
                        120.4,
                        FieldNames.TIME_TO_EXHAUSTION,
                        millisLeft));
    }

    @Test
    void aRecordingWithoutUsIsNotApplicableAndSaysWhatToSwitchOn() throws Exception {
        Evaluation foreign = evaluate(FakeEvent.of("org.example.Request", FakeEvent.START, Map.of("path", "/")));

        assertThat(foreign.byId()).hasSize(10);
        assertThat(foreign.severities().values()).containsOnly(Severity.NA);
        assertThat(foreign.byId().values())
                .allSatisfy(result -> assertThat(result.getSummary())
                        .isEqualTo(
                                "Nothing of fdscope is in this recording: start the JVM with -javaagent:fdscope.jar, or run"
                                        + " fdscope attach PID, before or while it records."));
    }

    @Test
    void whatIsMissingIsNamedAndSuggestedToJmc() throws Exception {
        IResult states = evaluate(usage(10, 100, -1)).of("CloseWait");

        assertThat(states.getSeverity()).isEqualTo(Severity.NA);
        assertThat(states.getSummary()).startsWith("There are no events io.fdscope.SocketStates in this recording");
        assertThat(states.suggestRecordingSettings())
                .extracting(each -> each.getSettingFor(), each -> each.getSettingName(), each -> each.getSettingValue())
                .containsExactly(tuple("io.fdscope.SocketStates", "enabled", "true"));
    }

    @Test
    void jdkExceptionsTellOfVictimsWhereWeWereNot() throws Exception {
        IResult victims = evaluate(FakeEvent.of(
                        "jdk.JavaExceptionThrow", FakeEvent.START, Map.of("message", "/tmp/x (Too many open files)")))
                .of("DescriptorsExhausted");

        assertThat(victims.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(victims.getSummary())
                .startsWith("1 call failed for want of a file descriptor, the first at ")
                .endsWith(", in 1 place.");
    }

    @Test
    void aFullProcessIsAWarningWithFigures() throws Exception {
        Evaluation full = evaluate(usage(4000, 4096, 30_000));
        IResult headroom = full.of("Headroom");

        assertThat(headroom.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(headroom.getSummary())
                .isEqualTo("At most 4,000 of 4,096 file descriptors were open (97.7\u00a0%)."
                        + " At the pace of the end the process is full in 30\u00a0s.");
        assertThat(headroom.getExplanation())
                .contains(
                        "At the end 4,000 were open, with room for 96 more. The trend at the end was 120 more a minute.");
        assertThat(headroom.getResult(Results.PEAK)).isEqualTo(UnitLookup.NUMBER_UNITY.quantity(4000));
        assertThat(headroom.getResult(Results.TIME_LEFT).doubleValueIn(UnitLookup.SECOND))
                .isEqualTo(30);
    }

    @Test
    void theForecastAloneWarns() throws Exception {
        assertThat(evaluate(usage(100, 4096, 9 * 60_000)).of("Headroom").getSeverity())
                .isEqualTo(Severity.WARNING);
        assertThat(evaluate(usage(100, 4096, 59 * 60_000)).of("Headroom").getSeverity())
                .isEqualTo(Severity.INFO);
        assertThat(evaluate(usage(100, 4096, 61 * 60_000)).of("Headroom").getSeverity())
                .isEqualTo(Severity.OK);
        assertThat(evaluate(usage(100, 4096, Long.MIN_VALUE)).of("Headroom").getSeverity())
                .isEqualTo(Severity.OK);
    }

    @Test
    void withoutALimitThereIsNothingToWarnOf() throws Exception {
        IResult headroom = evaluate(usage(4000, Integer.MAX_VALUE, -1)).of("Headroom");

        assertThat(headroom.getSeverity()).isEqualTo(Severity.OK);
        assertThat(headroom.getSummary())
                .isEqualTo("At most 4,000 file descriptors were open; no limit is set, or it is not known.");
    }

    @Test
    void preferencesMoveTheLimits() throws Exception {
        IItemCollection items = items(List.of(usage(60, 100, -1)));
        Evaluation strict = Evaluation.of(items, new IPreferenceValueProvider() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T getPreferenceValue(TypedPreference<T> preference) {
                return preference.equals(HeadroomRule.WARNING_SHARE)
                        ? (T) UnitLookup.PERCENT.quantity(50)
                        : preference.getDefaultValue();
            }
        });

        assertThat(Evaluation.of(items, IPreferenceValueProvider.DEFAULT_VALUES).severities())
                .contains(entry("Headroom", Severity.OK));
        assertThat(strict.severities()).contains(entry("Headroom", Severity.WARNING));
    }

    @Test
    void aFullSystemIsAWarning() throws Exception {
        IResult system = evaluate(FakeEvent.of(
                        EventNames.SYSTEM_FILE_USAGE,
                        FakeEvent.START,
                        Map.of(FieldNames.ALLOCATED_FILES, 95_000, FieldNames.MAX_FILES, 100_000)))
                .of("SystemFileTable");

        assertThat(system.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(system.getSummary())
                .isEqualTo("At most 95,000 of 100,000 files were open on the whole system (95\u00a0%).");
        assertThat(system.getSolution()).endsWith("sysctl fs.file-max=200000.");
    }

    @Test
    void ourOwnFaultsAreToldOf() throws Exception {
        IResult monitor = evaluate(FakeEvent.of(
                        EventNames.MONITOR_FAULT,
                        FakeEvent.START,
                        Map.of(FieldNames.EDGE, "hook", FieldNames.FAULT, "it broke", FieldNames.FAULT_COUNT, 3L)))
                .of("MonitorFaults");

        assertThat(monitor.getSeverity()).isEqualTo(Severity.INFO);
        assertThat(monitor.getSummary())
                .isEqualTo("fdscope itself has failed 3 times, so that figures may be missing.");
        assertThat(monitor.getExplanation()).isEqualTo("What the figures of the other rules lack: {details}");
        assertThat(monitor.getResult(Results.DETAILS)).containsExactly("hook: it broke, 3 times");
    }

    @Test
    void strangersNamesAreNeitherLinksNorValues() throws Exception {
        String host = "[db](javascript:alert(1)) {count} <script>";
        List<FakeEvent> connects = Collections.nCopies(
                20,
                FakeEvent.of(
                        EventNames.SOCKET_CONNECTED,
                        FakeEvent.START,
                        Map.of(FieldNames.HOST, host, FieldNames.PORT, 1, FieldNames.SUCCEEDED, false)));
        String page = JfrHtmlRulesReport.createReport(items(connects));

        assertThat(page)
                .contains("20 of 20 connects to [db] (javascript:alert(1)) { count} &lt;script&gt;:1 failed")
                .contains("<li>20 of 20 to [db] (javascript:alert(1)) { count} &lt;script&gt;:1: closed before")
                .doesNotContain("<script>:1", "decodeURIComponent('javascript");
    }

    /** JMC has them by type, in lanes; the replay of the evidence needs them in order. */
    @ParameterizedTest
    @ValueSource(ints = {0, 60, 5000})
    void theVerdictIsThatOfTheReport(int lost) throws Exception {
        RecordingContent reported = FakeEvent.recorded(lost);
        Evaluation judged = Evaluation.of(items(FakeEvent.events(lost)), IPreferenceValueProvider.DEFAULT_VALUES);
        IResult suspect = judged.of("LeakSuspect");

        String summary = reported.course()
                .last()
                .map(last -> last.words().summary(last.verdict()))
                .orElseThrow();
        assertThat(suspect.getSummary()).isEqualTo(summary);
        assertThat(suspect.getSeverity()).isEqualTo(lost == 0 ? Severity.OK : Severity.WARNING);
    }

    /** A process may be full before the next scan. */
    @Test
    void aVerdictThatIsOutOfDateIsNotGivenForOneOfNow() throws Exception {
        IResult suspect = judgedAndThen(full(5));

        assertThat(suspect.getSeverity()).isEqualTo(Severity.INFO);
        assertThat(suspect.getSummary())
                .isEqualTo("Whether anything leaks could not be judged: at the last scan 20 file descriptors were open,"
                        + " and 4,000 at the end.");
    }

    @Test
    void whatTheLastScanHasSeenTheEndOfIsOver() throws Exception {
        assertThat(judgedAndThen(full(-5)).getSeverity()).isEqualTo(Severity.OK);
    }

    private IResult judgedAndThen(FakeEvent usage) throws Exception {
        List<FakeEvent> events = new ArrayList<>(FakeEvent.events(0));
        events.removeIf(event -> event.name().equals(EventNames.FILE_DESCRIPTOR_USAGE));
        events.add(usage);
        return Evaluation.of(items(events), IPreferenceValueProvider.DEFAULT_VALUES)
                .of("LeakSuspect");
    }

    /** So many seconds after the scan, which is a minute after the start. */
    private static FakeEvent full(int secondsAfter) {
        FakeEvent full = usage(4000, 4096, -1);
        return FakeEvent.of(full.name(), full.startMillis() + (60 + secondsAfter) * 1000L, full.values());
    }

    @Test
    void fieldsMayBeMissing() throws Exception {
        List<FakeEvent> empty = OURS.stream()
                .map(name -> FakeEvent.of(name, FakeEvent.START, Map.of("unknown", 1)))
                .toList();
        Evaluation judged = Evaluation.of(items(empty), IPreferenceValueProvider.DEFAULT_VALUES);

        assertThat(judged.of("Headroom").getSeverity()).isEqualTo(Severity.NA);
        assertThat(judged.text("Headroom"))
                .startsWith("The events io.fdscope.FileDescriptorUsage of this recording do not tell openCount");
        assertThat(judged.severities()).contains(entry("LeakSuspect", Severity.NA), entry("CloseWait", Severity.NA));
        assertThat(judged.text("DescriptorsExhausted")).contains("1 ×  at a place that is not known");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsInTheFieldsThereIsAnAnswer(long seed) throws Exception {
        Random random = new Random(seed);
        List<FakeEvent> events = new ArrayList<>();
        for (String name : OURS) {
            Map<String, Object> first = values(random);
            for (int i = 0; i < 50; i++) {
                Map<String, Object> values = new HashMap<>();
                first.forEach((field, value) -> values.put(field, another(value, random)));
                events.add(FakeEvent.of(name, FakeEvent.START + random.nextInt(1_000_000), values));
            }
        }
        Evaluation judged = Evaluation.of(items(events), IPreferenceValueProvider.DEFAULT_VALUES);

        assertThat(judged.byId()).hasSize(10);
        assertThat(judged.byId().values())
                .allSatisfy(result -> assertThat(result.getSummary()).isNotBlank())
                .allSatisfy(result -> assertThat(score(result)).isBetween(-1.0, 100.0));
    }

    private static double score(IResult result) {
        return result.getSeverity() == Severity.NA
                ? -1
                : result.getResult(TypedResult.SCORE).doubleValue();
    }

    private static Map<String, Object> values(Random random) {
        Map<String, Object> values = new HashMap<>();
        for (String field : FIELDS) {
            List<Object> kinds = List.of(1, 1L, 1.0, true, "");
            values.put(field, kinds.get(random.nextInt(kinds.size())));
        }
        return values;
    }

    /** Of the same kind. */
    private static Object another(Object value, Random random) {
        boolean small = random.nextBoolean();
        if (value instanceof Integer) {
            return small ? random.nextInt(5) : random.nextInt();
        }
        if (value instanceof Long) {
            return small ? (long) random.nextInt(5) : random.nextLong();
        }
        if (value instanceof Double) {
            return small ? random.nextDouble() : Double.longBitsToDouble(random.nextLong());
        }
        return value instanceof Boolean ? (Object) small : "at x.Y(Y.java:" + random.nextInt(9) + ")\n\u0000{0}";
    }
}
