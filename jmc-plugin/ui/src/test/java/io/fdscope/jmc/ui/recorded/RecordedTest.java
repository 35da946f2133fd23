package io.fdscope.jmc.ui.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.FakeEvent;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.recording.RecordingContent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private static List<String> cells(SiteRow row) {
        return Arrays.stream(SiteColumn.values()).map(column -> column.text(row)).toList();
    }

    @Test
    void theSuspectIsTheFirstRow() {
        List<SiteRow> rows = new SiteRows(FakeEvent.recorded(60)).rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).isSuspect()).isTrue();
        assertThat(cells(rows.get(0)).subList(1, 5)).containsExactly("60", "60", "60", "60");
    }

    @Test
    void theFindingIsTheVerdictOfTheProcess() {
        Finding finding = Finding.of(FakeEvent.recorded(60));
        assertThat(finding.level()).isEqualTo(VerdictLevel.EXHAUSTING);
        assertThat(finding.summary()).startsWith("80 of 100 descriptors are open and 60 of them are sockets");
        assertThat(finding.worst()).isEmpty();
    }

    @Test
    void nothingIsFoundInNothing() {
        RecordingContent content = new RecordingContent();
        content.finish();
        assertThat(Finding.of(content).level()).isEqualTo(VerdictLevel.UNKNOWN);
        assertThat(new SiteRows(content).rows()).isEmpty();
        assertThat(Usage.of(content.series().usage()).size()).isZero();
    }

    @Test
    void whatIsNotKnownIsLeftBlank() {
        assertThat(Words.count(-1)).isEmpty();
        assertThat(Words.count(Double.NaN)).isEmpty();
        assertThat(Words.span(-1)).isEmpty();
        assertThat(Words.count(1, "creation")).isEqualTo("1 creation");
        assertThat(Words.count(3212, "creation")).isEqualTo("3,212 creations");
        assertThat(Words.span(90_000)).isEqualTo("90 s");
        assertThat(Words.span(2 * 3_600_000)).isEqualTo("2 h");
        assertThat(Words.harmless("a\u202eb\nc")).isEqualTo("a b c");
    }

    @Test
    void everyColumnSaysWhatItTells() {
        assertThat(SiteColumn.values()).allSatisfy(column -> {
            assertThat(column.label()).isNotBlank();
            assertThat(column.description()).isNotBlank();
            assertThat(column.width()).isPositive();
        });
    }
}
