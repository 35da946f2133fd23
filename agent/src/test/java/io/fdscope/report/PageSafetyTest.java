package io.fdscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a recording holds: it is shown, not obeyed; and nothing is fetched from anywhere. */
class PageSafetyTest extends PageCase {
    static Stream<Named<Supplier<Map<String, Object>>>> reports() {
        return Stream.of(
                Named.of("incident", ReportFixture::incident),
                Named.of("growing", ReportFixture::growing),
                Named.of("recovered", ReportFixture::recovered),
                Named.of("pair", ReportFixture::pair),
                Named.of("empty", ReportFixture::empty),
                Named.of("large", ReportFixture::large),
                Named.of("hostile", ReportFixture::hostile));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void thePageDrawsItselfWithoutAComplaintAndWithoutTheNetwork(Supplier<Map<String, Object>> report)
            throws IOException {
        Path file = browser.open("safety", report.get());
        browser.await("document.querySelector('#foot').textContent.startsWith('Written by')");
        browser.drag("main", .3, .5);

        assertThat(browser.log("browser")).as("console").isEmpty();
        assertThat(browser.requested())
                .containsOnly(file.toAbsolutePath().toUri().toString());
    }

    @Test
    void markupOfARecordingIsShownAsTextAndNoneOfItIsRun() throws IOException {
        browser.open("hostile", ReportFixture.hostile());
        browser.click("#creations [data-value=created]");
        browser.type("input[type=search]", "</script>");
        browser.await("document.querySelector('.result').textContent.includes('of')");
        browser.drag("#time .wide .u-over", .2, .5);
        browser.await("document.querySelector('.range.chosen')");

        assertThat(browser.script("return window.pwned === undefined")).isEqualTo(true);
        assertThat(browser.count("main img, main script, main b img, main iframe, main a[href]:not([href^='#'])"))
                .isZero();
        assertThat(browser.text("h1")).contains("</script><script>window.pwned=1</script><img src=x");
        assertThat(browser.log("browser")).isEmpty();
    }

    @Test
    void whatControlsOrTurnsTextIsShownByName() throws IOException {
        browser.open("hostile", ReportFixture.hostile());

        assertThat(browser.text("h1")).contains("\u2039ESC\u203a[31mred", "\u2039NUL\u203a");
        assertThat(browser.text("body > main"))
                .doesNotContainPattern("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\u200f]");
    }

    @Test
    void veryLongNamesDoNotWidenThePage() throws IOException {
        browser.open("hostile", ReportFixture.hostile());

        assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void ofALargeFlameGraphOnlyWhatIsInSightIsMade() throws IOException {
        browser.open("large", ReportFixture.large());
        browser.await("document.querySelectorAll('.fr').length > 50");
        assertThat(browser.count(".fr")).isLessThan(6_000);

        browser.script("document.querySelector('.flame').scrollTop = 1e6");
        browser.await("document.querySelector('.few')");

        browser.script("document.querySelector('.flame').scrollTop = 0");
        browser.await("document.querySelector(\".fr[aria-level='12']\")");
        browser.click(".fr[aria-level='12']");
        browser.script("document.querySelector('.flame').scrollTop = 1e6");
        browser.await("[...document.querySelectorAll('.fr')].some(each => each.getAttribute('aria-level') === '61')");
        assertThat(browser.count(".fr")).isLessThan(16_000);
    }
}
