package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.leak.SitePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What events hold as text is read as it was written; and what nobody wrote is no more than left out. */
class TextsTest {
    @Test
    void aHistoryIsWrittenInDifferences() {
        List<SitePoint> points = List.of(
                new SitePoint(123_456_789, 10, 0, 12, 0),
                new SitePoint(123_466_789, 15, 0, 17, 0),
                new SitePoint(123_476_789, 14, 1, 17, 1));

        assertThat(HistoryText.of(points)).isEqualTo("""
                123456789,10,,12,
                10000,5,,5,
                10000,-1,1,,1
                """);
        assertThat(HistoryText.read(HistoryText.of(points))).isEqualTo(points);
    }

    @Test
    void anyHistoryIsReadAsItWasWritten() {
        Random random = new Random(1);
        List<SitePoint> points = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            points.add(new SitePoint(
                    random.nextLong(), random.nextLong(), random.nextInt(), random.nextInt(3), random.nextInt(3)));
        }
        assertThat(HistoryText.read(HistoryText.of(points))).isEqualTo(points);
    }

    @Test
    void ofAHistoryThatIsNoneAsMuchIsReadAsIs() {
        assertThat(HistoryText.read("1,2,3,4,5\nnonsense\n1,2,3,4,5")).hasSize(1);
        assertThat(HistoryText.read("1,2,3,4")).isEmpty();
        assertThat(HistoryText.read("99999999999999999999999,,,,")).isEmpty();
        assertThat(HistoryText.read("")).isEmpty();
        assertThat(HistoryText.read("1,,,,\n".repeat(5000))).hasSize(1000);
    }

    @Test
    void countsKeepTheirOrderAndNamesMayHoldAnythingButALineEnd() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("db-1:3306, (2)", 3190L);
        counts.put("/run/a socket", 12L);
        counts.put("", 1L);

        assertThat(CountsText.of(counts)).isEqualTo("3190 db-1:3306, (2)\n12 /run/a socket\n1 ");
        assertThat(CountsText.read(CountsText.of(counts))).containsExactlyEntriesOf(counts);
        assertThat(CountsText.of(Map.of("a\nb\rc", 1L))).isEqualTo("1 a b c");
        assertThat(CountsText.read("nonsense\nx y\n 3\n7 seven")).isEqualTo(Map.of("seven", 7L));
    }

    @Test
    void aStackReadsTheSameAfterwards() {
        List<StackTraceElement> frames = new ArrayList<>(ExampleVerdicts.DRIVER.frames());
        frames.add(new StackTraceElement("a.B$$Lambda/0x7f", "run", null, -1));
        frames.add(new StackTraceElement("a.B", "native", "B.java", -2));
        frames.add(new StackTraceElement("", "odd(", "x (y).kt:z", 7));
        String text = StackText.of(frames);

        assertThat(StackText.of(StackText.read(text))).isEqualTo(text);
    }

    @Test
    void aStackThatIsTooLongEndsWithAWholeFrame() {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            frames.add(new StackTraceElement("org.example." + "Long".repeat(60), "run", "Long.java", i));
        }
        String text = StackText.of(frames);

        assertThat(text.length()).isBetween(StackText.MOST_CHARACTERS - 300, StackText.MOST_CHARACTERS);
        assertThat(text).endsWith(")");
    }
}
