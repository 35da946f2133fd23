package io.fdscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page shows of a report, and what it does when it is used. */
class PageContentTest extends PageCase {
    private static final String SHIFT = "\ue008";
    private static final String ENTER = "\ue007";
    private static final String ESCAPE = "\ue00c";
    private static final String HOME = "\ue011";
    private static final String PAGE_DOWN = "\ue00f";
    private static final String DOWN = "\ue015";
    private static final String TAB = "\ue004";
    private static final String PLOT = "#time .wide .plot";
    private static final int STILL_OPEN = 4061 + 3;
    private static final int CREATED = 4061 + 41 * 5 + 61;

    @BeforeEach
    void openTheIncident() throws IOException {
        browser.open("incident", ReportFixture.incident());
    }

    /** Numbers are grouped by thin spaces in the page. */
    private static String plain(String text) {
        return text.replace("\u202f", "");
    }

    private static void awaitTotal(int sockets) {
        browser.await("document.querySelector('.flame-total b').textContent.replaceAll('\\u202f', '') === '" + sockets
                + " sockets'");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theVerdictStandsOnTopWithItsFigures() {
        Map<String, Object> recording =
                (Map<String, Object>) ((List<?>) ReportFixture.incident().get("recordings")).get(0);
        Map<String, Object> verdict = (Map<String, Object>) recording.get("verdict");

        assertThat(plain(browser.text("h1"))).isEqualTo(((String) verdict.get("summary")).replace(",0", "0"));
        assertThat(browser.text(".verdict .badge")).contains("Exhausting");
        assertThat(browser.texts(".figure"))
                .extracting(each -> plain(each).replace("\n", " "))
                .containsExactly(
                        "Open 4096 of 4096, 100%",
                        "Headroom 0 descriptors left",
                        "Unidentified 4061 99.1% of open",
                        "Held after close 0 sockets",
                        "Growth 0 a minute; was +1824",
                        "Full since 13:02:44 36s before the end");
        assertThat(browser.script("return [...document.querySelectorAll('.orders li')].map(each => each.textContent)"))
                .isEqualTo(verdict.get("orders"));
    }

    @Test
    void howTheVerdictWentIsToldWithItsSitesAndWhetherItLeaksOrOnlyGrows() {
        assertThat(browser.texts(".course .badge").stream().map(each -> each.replace("\n", " ")))
                .containsExactly("? Unknown", "● Stable", "↗ Leaking", "▲ Exhausting");
        assertThat(browser.texts(".course code")).containsExactly(IncidentFixture.SITE);
    }

    @Test
    void theSuspectsRowHasTheNumbersOfTheReport() {
        assertThat(browser.texts("tr.suspect td"))
                .extracting(each -> plain(each).replaceAll("\\s+", " ").strip())
                .containsExactly(
                        "▸ StandardSocketFactory.configureSocket com.mysql.jdbc · StandardSocketFactory.java:117",
                        "never connected, and not closed",
                        "4061",
                        "4061",
                        "12",
                        "4073",
                        "2min 50s",
                        "0",
                        "none known");
    }

    @Test
    void theSuspectsWholeStackOpensAndClosesByKeys() {
        assertThat(browser.count("tr.detail:not([hidden]) .stack li")).isEqualTo(17);
        assertThat(browser.text("tr.detail .stack .head code")).isEqualTo(IncidentFixture.SITE);

        browser.script("document.querySelector('.opener').focus()");
        browser.press(ENTER);
        browser.await("document.querySelector('tr.detail').hidden");
        browser.press(ENTER);
        browser.await("!document.querySelector('tr.detail').hidden");
        browser.press(TAB);
        browser.press(ESCAPE);
        browser.await("document.querySelector('tr.detail').hidden");

        assertThat(browser.script("return document.activeElement.className")).isEqualTo("opener");
        assertThat(browser.script("return document.activeElement.getAttribute('aria-expanded')"))
                .isEqualTo("false");
    }

    @Test
    void aRangeChosenByTheMouseChangesTheFlameGraphUntilItIsCleared() {
        awaitTotal(STILL_OPEN);

        browser.drag(PLOT + " .u-over", .2, .5);
        browser.await("document.querySelector('.flame-part .range.chosen')");
        String total = plain(browser.text(".flame-total b")).replace(" sockets", "");
        assertThat(Integer.parseInt(total)).isBetween(1000, STILL_OPEN - 1000);
        assertThat(browser.text(".flame-total")).contains("13:00:4", "13:01:4");

        browser.click(".wide .range-clear");
        awaitTotal(STILL_OPEN);
    }

    @Test
    void aRangeChosenByKeysCountsWhatWasCreatedInIt() {
        browser.script("document.querySelector(arguments[0]).focus()", PLOT);
        browser.press(HOME);
        for (int i = 0; i < 6; i++) {
            browser.press(SHIFT, PAGE_DOWN);
        }
        browser.await("document.querySelector('.range-text').textContent.includes('13:00:00 – 13:01:00')");
        awaitTotal(30 * 304 / 10 + 3);
        // Connects follow it too: of 205 attempts at localhost 102 fell into it.
        browser.await("[...document.querySelectorAll('#connects td.number')].some(each => each.textContent === '102')");

        browser.press(ESCAPE);
        awaitTotal(STILL_OPEN);
    }

    @Test
    void theFlameGraphIsWeightedByWhatWasCreatedToo() {
        awaitTotal(STILL_OPEN);
        browser.click("[data-value=created]");
        awaitTotal(CREATED);
        assertThat(browser.script("return document.querySelector('[data-value=created]').getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @Test
    void aSearchMarksWhatItFindsAndTellsItsShare() {
        browser.click("[data-value=created]");
        browser.type("input[type=search]", "mysql");
        browser.await("document.querySelector('.result').textContent.includes('of')");

        assertThat(plain(browser.text(".result"))).isEqualTo("4061 of 4327, 94%, in 9 frames");
        assertThat(browser.count(".fr.match")).isEqualTo(9);

        browser.type("input[type=search]", ESCAPE);
        browser.await("document.querySelectorAll('.fr.match').length === 0");
        browser.type("input[type=search]", "no such frame");
        browser.await("document.querySelector('.result').textContent === 'no frame matches'");
    }

    @Test
    void theFlameGraphIsWalkedAndZoomedByKeys() {
        browser.click("[data-value=created]");
        browser.script("document.querySelector('.fr[tabindex=\"0\"]').focus()");
        browser.press(DOWN);
        browser.await("document.activeElement.getAttribute('aria-level') === '2'");
        double before = width();
        assertThat(browser.text(".tip")).contains("DruidDataSource$CreateConnectionThread.run");

        browser.press(ENTER);
        browser.await("document.querySelector('.flame-part .tools > button').hidden === false");
        assertThat(width()).isGreaterThan(before);

        browser.press(ESCAPE);
        browser.await("document.querySelector('.flame-part .tools > button').hidden");
        assertThat(browser.script("return document.activeElement.getAttribute('aria-level')"))
                .isEqualTo("1");
    }

    private static double width() {
        return ((Number) browser.script("return document.activeElement.getBoundingClientRect().width")).doubleValue();
    }

    @Test
    void theSiteOfTheSuspectIsMarkedInTheFlameGraph() {
        assertThat(browser.text(".fr.head")).contains("◆", "StandardSocketFactory.configureSocket");
        browser.click("[data-value=folded]");
        browser.await("document.querySelectorAll('.fr.jdk').length === 0");
        assertThat(browser.count(".fr.head")).isEqualTo(1);
    }

    @Test
    void aChartsFiguresCanBeHadAsATable() {
        browser.click("#time .wide .data summary");
        browser.await("document.querySelector('#time .wide .figures')");

        assertThat(browser.texts("#time .wide .figures tbody tr:last-child > *"))
                .extracting(PageContentTest::plain)
                .containsExactly("13:03:20", "4096", "4096", "4061", "0", "0");
    }
}
