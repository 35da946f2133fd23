package io.fdscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page shows of reports that are not the incident: halfway, over, incomplete, of two. */
class PageOtherReportsTest extends PageCase {
    /** Numbers are grouped by thin spaces in the page. */
    private static String plain(String text) {
        return text.replace("\u202f", "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> recordingOf(Map<String, Object> report) {
        return (Map<String, Object>) ((List<?>) report.get("recordings")).get(0);
    }

    @Test
    void aCurveWithoutAVerdictIsNotDenied() throws IOException {
        Map<String, Object> report = ReportFixture.growing();
        recordingOf(report).put("verdict", null);
        browser.open("unjudged", report);

        assertThat(browser.text("h1")).isEqualTo("No verdict: no scan in this recording could be judged.");
    }

    @Test
    void changesThatAreLeftOutAreCountedWhereTheyWere() throws IOException {
        Map<String, Object> report = ReportFixture.growing();
        recordingOf(report).put("courseLeftOut", 37);
        browser.open("course", report);

        assertThat(browser.texts(".course li")).hasSize(4).element(1).isEqualTo("37 changes between left out");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsOlderThanTheRecordingIsNotSaidToBeCreatedInIt() throws IOException {
        Map<String, Object> report = ReportFixture.growing();
        Map<String, Object> creations =
                (Map<String, Object>) recordingOf(report).get("creations");
        ((List<Map<String, Object>>) creations.get("items")).get(1).put("openBefore", 4_000);
        browser.open("older", report);

        assertThat(plain(browser.text(".flame-total")))
                .endsWith("sockets open at the end, 4000 of them older than the recording");
    }

    @Test
    void aSuspectThatIsOverIsShownThoughNeitherTheWorstMomentNorTheEndHasOne() throws IOException {
        Map<String, Object> report = ReportFixture.growing();
        Map<String, Object> recording = recordingOf(report);
        recording.put("leaking", recording.get("verdict"));
        recording.put("verdict", recordingOf(ReportFixture.recovered()).get("verdict"));
        browser.open("over", report);

        assertThat(browser.texts("tr.suspect .badge")).containsExactly("✓ gone by the end");
    }

    @Test
    void ofSentencesThatDifferInNumbersOnlyOneIsTold() throws IOException {
        browser.open("recovered", ReportFixture.recovered());
        List<String> told = browser.texts("#sure .dots li");

        assertThat(told.stream().map(each -> each.replaceAll("[\\d\u202f]+", "0")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void aForecastTellsWhenItWillBeFull() throws IOException {
        browser.open("growing", ReportFixture.growing());

        assertThat(browser.text(".figures-row")).contains("Full at13:06:23");
        assertThat(browser.count("#time .wide .u-over")).isEqualTo(2);
    }

    @Test
    void afterARecoveryTheWorstIsTellingAndTheEndIsToldToo() throws IOException {
        browser.open("recovered", ReportFixture.recovered());

        assertThat(browser.text(".verdict-line")).contains("Exhausting", "at its worst, 13:03:09");
        assertThat(plain(browser.text("h1"))).startsWith("4096 of 4096 descriptors are open and 4061 of them");
        assertThat(browser.text(".recovered")).contains("Stable", "At the end, 13:03:40: No leak is seen.");
        assertThat(browser.texts(".figure")).anyMatch(each -> each.startsWith("Full from\n13:02:44\nto 13:03:09"));
        assertThat(browser.text("tr.suspect")).contains("gone by the end");
        browser.await("document.querySelector('.flame-total b').textContent.replaceAll('\\u202f', '') === '"
                + (4061 + 45 * 5 + 67) + " sockets'");
    }

    @Test
    void whatARecordingLacksIsToldInEverySection() throws IOException {
        browser.open("empty", ReportFixture.empty());

        assertThat(browser.text("h1")).isEqualTo("Nothing in this recording tells how many descriptors were open.");
        assertThat(browser.text("#verdict")).contains("-javaagent:fdscope.jar");
        assertThat(browser.script("return ['time', 'suspects', 'creations', 'connects', 'victims'].map(id => "
                        + "document.querySelector('#' + id + ' .note') !== null)"))
                .isEqualTo(List.of(true, true, true, true, true));
        assertThat(browser.count("canvas, table")).isZero();
    }

    @Test
    void twoRecordingsStandSideBySideOnTheSameScales() throws IOException {
        browser.open("pair", ReportFixture.pair());

        assertThat(browser.text("h1")).startsWith("Only server-a.jfr leaks");
        assertThat(browser.count(".compared tbody tr")).isEqualTo(6);
        assertThat(browser.script("const tops = [...document.querySelectorAll('#time .view')]"
                        + ".map(view => Math.round(view.getBoundingClientRect().top)); return tops[0] === tops[1]"))
                .isEqualTo(true);
        assertThat(browser.texts(".flame-total b"))
                .extracting(PageOtherReportsTest::plain)
                .containsExactly("4064 sockets", "3 sockets");

        browser.drag("#time .view:first-child .wide .u-over", .2, .5);
        browser.await("document.querySelectorAll('.flame-part .range.chosen').length === 1");
    }
}
