package io.fdscope.jmc.ui.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fixture.FakeEvent;
import io.fdscope.jmc.items.CreationItems;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.recording.RecordingContent;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;

class RecordedTest {
    private static List<String> cells(SiteRow row) {
        return Arrays.stream(SiteColumn.values())
                .map(column -> column.text(row))
                .toList();
    }

    private static List<SiteRow> rows(RecordingContent content) {
        return new SiteRows(content, CreationItems.of(ItemCollectionToolkit.EMPTY, content.creations())).rows();
    }

    private static Finding finding(RecordingContent content) {
        WallClock clock = WallClock.of(content.startMillis(), content.endMillis(), ZoneOffset.UTC);
        return Finding.of(content, Usage.of(content.series().usage()), clock);
    }

    private static FakeEvent usage(long second, int open) {
        return FakeEvent.of(
                EventNames.FILE_DESCRIPTOR_USAGE,
                FakeEvent.START + 1000 * second,
                Map.of(FieldNames.OPEN_COUNT, open, FieldNames.SOFT_LIMIT, 100));
    }

    @Test
    void aVerdictThatIsOldIsToldWithItsTime() {
        RecordingContent content = FakeEvent.recorded(60);
        content.accept(usage(180, 100));
        content.accept(FakeEvent.of(
                EventNames.DESCRIPTORS_EXHAUSTED, FakeEvent.START + 175_000, Map.of(FieldNames.FAILURE, "full")));
        assertThat(finding(content))
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(VerdictLevel.EXHAUSTING))
                .satisfies(finding -> assertThat(finding.summary())
                        .isEqualTo("100 of 100 descriptors are open. The process is full: it can open nothing more."))
                .satisfies(finding -> assertThat(finding.details().get(0))
                        .startsWith(
                                "The last scan was 2 min before the end: what has been opened since is not judged. At"
                                        + " 22:14:20: 80 of 100 descriptors are open"))
                .satisfies(finding -> assertThat(finding.details().get(1))
                        .isEqualTo("1 call found no descriptor left, the first at 22:16:15."));
    }

    @Test
    void aVerdictThatStillFitsIsNoOlderThanTheRecording() {
        RecordingContent content = FakeEvent.recorded(60);
        content.accept(usage(180, 82));
        assertThat(finding(content).summary()).startsWith("80 of 100 descriptors are open and 60 of them");
    }

    @Test
    void withoutAVerdictTheCountIsTold() {
        RecordingContent content = new RecordingContent();
        content.accept(usage(0, 40));
        content.finish();
        assertThat(finding(content).summary())
                .isEqualTo("40 of 100 descriptors are open. The recording does not tell whether descriptors leak.");
    }

    @Test
    void aSiteIsNamedByItsLineFirst() {
        SiteRow row = rows(FakeEvent.recorded(60)).get(0);
        assertThat(row.name())
                .isEqualTo("com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)");
        assertThat(row.shortName()).isEqualTo("StandardSocketFactory.connect:203 in com.mysql.jdbc");
    }

    @Test
    void whoPointsAtASiteSeesWhoCalledIt() {
        SiteRow row = rows(FakeEvent.recorded(60)).get(0);
        assertThat(SiteColumn.SITE.tip(row))
                .startsWith("com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)\n"
                        + "com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(");
        assertThat(SiteColumn.OPEN.tip(row)).isEqualTo("60");
    }

    @Test
    void theSuspectIsTheFirstRow() {
        List<SiteRow> rows = rows(FakeEvent.recorded(60));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).isSuspect()).isTrue();
        assertThat(cells(rows.get(0)).subList(1, 5)).containsExactly("60", "60", "60", "60");
    }

    @Test
    void theFindingIsTheVerdictOfTheProcess() {
        Finding finding = finding(FakeEvent.recorded(60));
        assertThat(finding.level()).isEqualTo(VerdictLevel.GROWING);
        assertThat(finding.summary()).startsWith("80 of 100 descriptors are open and 60 of them are sockets");
        assertThat(finding.details()).isEmpty();
    }

    @Test
    void nothingIsFoundInNothing() {
        RecordingContent content = new RecordingContent();
        content.finish();
        assertThat(finding(content).level()).isEqualTo(VerdictLevel.UNKNOWN);
        assertThat(rows(content)).isEmpty();
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
    void aTimeHasItsDateUnlessAllOfTheRecordingIsOfThatDay() {
        long hour = 3_600_000;
        WallClock evening = WallClock.of(FakeEvent.START, FakeEvent.START + hour, ZoneOffset.UTC);
        assertThat(evening.text(FakeEvent.START)).isEqualTo("22:13:20");
        assertThat(evening.text(FakeEvent.START + 2 * hour)).isEqualTo("15 Nov 00:13:20");
        WallClock night = WallClock.of(FakeEvent.START, FakeEvent.START + 2 * hour, ZoneOffset.UTC);
        assertThat(night.text(FakeEvent.START)).isEqualTo("14 Nov 22:13:20");
        assertThat(night.text(FakeEvent.START + 2 * hour)).isEqualTo("15 Nov 00:13:20");
        assertThat(WallClock.of(FakeEvent.START, FakeEvent.START + 2 * hour, ZoneOffset.ofHours(2))
                        .text(FakeEvent.START))
                .isEqualTo("00:13:20");
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
