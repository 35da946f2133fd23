package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.row.Row;
import io.fdscope.threshold.Thresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each line as a poller reads it, whole. */
class CheckTest {
    private static final long READ = 1_700_000_000_000L;
    private static final int MOST_AGE = 60_000;
    private static final Row LEAK = new Row(Map.of(
            "state",
            "standing",
            "concernedCount",
            3190L,
            "creationSite",
            "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)"));
    private static final Row CLEARED = new Row(Map.of("state", "cleared", "openCount", 0L));
    private static final Row UNTRACED = new Row(Map.of("state", "standing", "concernedCount", 12L, "creationSite", ""));

    /** As an agent tells it that does not tell how many the cause is about. */
    private static final Row OLDER = new Row(Map.of("state", "standing", "openCount", 12L, "creationSite", ""));

    private final Map<String, Number> figures = new LinkedHashMap<>();
    private Thresholds warn = Thresholds.parse("80%");
    private Thresholds critical = Thresholds.parse("95%");
    private CheckState suspected = CheckState.WARNING;
    private String note = "";

    CheckTest() {
        figures.put("readingEpochMillis", READ);
        open(62);
        figures.put("softLimit", 16_384L);
        figures.put("hardLimit", 16_384L);
        figures.put("growthPerMinute", 0.0);
        figures.put("secondsToExhaustion", -1.0);
        figures.put("socketCount", 5L);
        figures.put("unidentifiedSocketCount", 0L);
    }

    private void open(long count) {
        figures.put("openCount", count);
        figures.put("utilization", count / 16_384.0);
    }

    private String line(Row... suspects) {
        return result(suspects).line();
    }

    private CheckResult result(Row... suspects) {
        Status status = new Status("black box", "42", note.isEmpty(), note, figures, Map.of());
        return new Check(warn, critical, suspected, MOST_AGE).of(new Health(status, List.of(suspects)), READ + 1000);
    }

    @Test
    void aHealthyProcessIsOk() {
        assertThat(line())
                .isEqualTo("FDSCOPE OK - 62 of 16,384 (0.4 %) open, growth +0 a minute, not running full"
                        + " | open=62;13108;15565;0;16384 growth=0 sockets=5;;;0 unidentified=0;;;0 suspects=0;;;0\n");
        assertThat(result().state().exitCode()).isZero();
    }

    @Test
    void aShareOfTheLimitIsAWarning() {
        open(13_108);
        figures.put("growthPerMinute", 812.4);
        figures.put("secondsToExhaustion", 242.0);

        assertThat(line())
                .isEqualTo("FDSCOPE WARNING - 13,108 of 16,384 (80.0 %) open, growth +812 a minute, full in 4 min;"
                        + " reached 80% | open=13108;13108;15565;0;16384 growth=812.4 sockets=5;;;0 unidentified=0;;;0"
                        + " suspects=0;;;0\n");
        assertThat(result().state().exitCode()).isEqualTo(1);
    }

    @Test
    void theCountBelowTheShareIsNone() {
        open(13_107);

        assertThat(result().state()).isEqualTo(CheckState.OK);
    }

    @Test
    void noDescriptorLeftIsCritical() {
        open(16_384);
        figures.put("secondsToExhaustion", 0.0);

        assertThat(line())
                .isEqualTo("FDSCOPE CRITICAL - 16,384 of 16,384 (100.0 %) open, growth +0 a minute, FULL; reached 95%"
                        + " | open=16384;13108;15565;0;16384 growth=0 sockets=5;;;0 unidentified=0;;;0"
                        + " suspects=0;;;0\n");
        assertThat(result().state().exitCode()).isEqualTo(2);
    }

    @Test
    void ofSeveralThresholdsThoseThatAreReachedAreNamed() {
        warn = Thresholds.parse("80%|5000|+200/min");
        critical = Thresholds.parse("10000|+1000/min");
        open(6000);
        figures.put("growthPerMinute", 250.25);

        assertThat(line())
                .isEqualTo("FDSCOPE WARNING - 6,000 of 16,384 (36.6 %) open, growth +250 a minute, not running full;"
                        + " reached 5000 and +200/min | open=6000;5000;10000;0;16384 growth=250.3;200;1000"
                        + " sockets=5;;;0 unidentified=0;;;0 suspects=0;;;0\n");
    }

    @Test
    void aLeakSuspectIsAWarningLongBeforeTheLimit() {
        assertThat(line(LEAK, UNTRACED, CLEARED))
                .isEqualTo("FDSCOPE WARNING - 62 of 16,384 (0.4 %) open, growth +0 a minute, not running full; leak"
                        + " suspected: 3,190 sockets created at"
                        + " com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) (and 1 more)"
                        + " | open=62;13108;15565;0;16384 growth=0 sockets=5;;;0 unidentified=0;;;0 suspects=2;;;0\n");
        assertThat(result(CLEARED).state()).isEqualTo(CheckState.OK);
        assertThat(line(UNTRACED)).contains("; leak suspected: 12 sockets created before tracing | ");
        assertThat(line(OLDER)).contains("; leak suspected: 12 sockets created before tracing | ");
    }

    @Test
    void whatALeakSuspectMakesOfItCanBeChosen() {
        suspected = CheckState.OK;
        assertThat(result(LEAK).state()).isEqualTo(CheckState.OK);
        suspected = CheckState.CRITICAL;
        assertThat(result(LEAK).state()).isEqualTo(CheckState.CRITICAL);
        suspected = CheckState.WARNING;
        open(16_384);
        assertThat(result(LEAK).state()).isEqualTo(CheckState.CRITICAL);
    }

    @Test
    void suspectsThatMayOnlyBeCountedCount() {
        figures.put("leakSuspectCount", 2L);

        assertThat(line())
                .isEqualTo("FDSCOPE WARNING - 62 of 16,384 (0.4 %) open, growth +0 a minute, not running full; leak"
                        + " suspects: 2 (who they are takes a user with readwrite access)"
                        + " | open=62;13108;15565;0;16384 growth=0 sockets=5;;;0 unidentified=0;;;0 suspects=2;;;0\n");
    }

    @Test
    void withoutALimitASharePassesNothing() {
        figures.put("softLimit", Long.MAX_VALUE);
        figures.put("utilization", 0.0);

        assertThat(line())
                .isEqualTo("FDSCOPE OK - 62 of unlimited (0.0 %) open, growth +0 a minute, not running full"
                        + " | open=62;;;0 growth=0 sockets=5;;;0 unidentified=0;;;0 suspects=0;;;0\n");
    }

    @Test
    void whatIsUnknownIsU() {
        figures.put("growthPerMinute", Double.NaN);
        figures.put("unidentifiedSocketCount", -1L);

        assertThat(line())
                .isEqualTo("FDSCOPE OK - 62 of 16,384 (0.4 %) open, growth unknown yet"
                        + " | open=62;13108;15565;0;16384 growth=U sockets=5;;;0 unidentified=U;;;0 suspects=0;;;0\n");
    }

    @Test
    void aDeadProcessIsUnknown() {
        note = "process 42 is dead (killed or crashed); this is the last it wrote";

        assertThat(line())
                .isEqualTo("FDSCOPE UNKNOWN - process 42 is dead (killed or crashed); this is the last it wrote:"
                        + " 62 of 16,384 (0.4 %) open\n");
        assertThat(result().state().exitCode()).isEqualTo(3);
    }

    @Test
    void aReadingThatIsTooOldIsUnknown() {
        figures.put("readingEpochMillis", READ - 599_000);

        assertThat(line())
                .isEqualTo("FDSCOPE UNKNOWN - nothing has been read in 42 for 10 min, it may hang; the last:"
                        + " 62 of 16,384 (0.4 %) open\n");
    }

    @Test
    void aProcessThatHasReadNothingIsUnknown() {
        figures.put("openCount", -1L);

        assertThat(line()).isEqualTo("FDSCOPE UNKNOWN - nothing has been read in 42 yet\n");
    }

    @Test
    void aNameCannotAddALineOrFigures() {
        Row hostile = new Row(Map.of(
                "state",
                "standing",
                "concernedCount",
                7L,
                "creationSite",
                "Evil.x(\u001b[2J|open=1\nOK - fine\u0085| a=1)"));

        assertThat(line(hostile))
                .contains("; leak suspected: 7 sockets created at Evil.x( [2J open=1 OK - fine a=1) | open=62;13108;")
                .containsOnlyOnce("|")
                .containsOnlyOnce("\n");
    }
}
