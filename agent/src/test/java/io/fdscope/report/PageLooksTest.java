package io.fdscope.report;

import static io.fdscope.report.ReportFixture.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Light and dark, wide and narrow, on paper, and for those who do not see it. The pictures are left in target/report.
 * docs/report.png is target/report/picture.png of {@code -Dreport.page=FILE.html}, by default of the fixture.
 */
class PageLooksTest extends PageCase {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    @BeforeEach
    void notOnPaper() {
        browser.command("Emulation.setEmulatedMedia", map("media", ""));
    }

    static Stream<Named<Supplier<Map<String, Object>>>> reports() {
        return Stream.of(
                Named.of("incident", ReportFixture::incident),
                Named.of("growing", ReportFixture::growing),
                Named.of("recovered", ReportFixture::recovered),
                Named.of("pair", ReportFixture::pair),
                Named.of("empty", ReportFixture::empty),
                Named.of("hostile", ReportFixture::hostile));
    }

    private static boolean isLight(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Color corner = new Color(image.getRGB(4, image.getHeight() - 4));
        return corner.getRed() + corner.getGreen() + corner.getBlue() > 3 * 128;
    }

    @Test
    void thePageIsLightOrDarkAsTheSystemIsAndAsOneChooses() throws IOException {
        browser.open("incident", ReportFixture.incident());
        assertThat(isLight(browser.picture("incident-wide-light"))).isTrue();

        browser.prefer("dark");
        assertThat(isLight(browser.picture("incident-wide-dark"))).isFalse();

        browser.click(".theme");
        browser.await("document.documentElement.dataset.theme === 'light'");
        assertThat(isLight(browser.picture("incident-wide-chosen"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aNarrowPageScrollsInOneDirectionOnly(Supplier<Map<String, Object>> report) throws IOException {
        browser.size(390, 844);
        browser.open("narrow", report.get());
        browser.await("document.querySelector('#foot').textContent !== ''");
        browser.picture("narrow-light");

        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
    }

    @Test
    void paperIsWhiteAndHasEverythingOpen() throws IOException {
        browser.prefer("dark");
        browser.open("printed", ReportFixture.incident());
        browser.click(".opener");
        browser.script("window.onPaper = []; addEventListener('fdscope-print', () => window.onPaper.push("
                + "[...document.querySelectorAll('tr.detail')].every(each => !each.hidden),"
                + "[...document.querySelectorAll('details:not(.data)')].every(each => each.open),"
                + "getComputedStyle(document.body).backgroundColor))");

        byte[] paper = Files.readAllBytes(browser.paper("incident"));

        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        browser.await("window.onPaper.length === 3");
        assertThat(browser.script("return window.onPaper")).isEqualTo(List.of(true, true, "rgb(246, 247, 249)"));
        browser.await("document.querySelector('tr.detail').hidden");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nobodyIsShutOut(Supplier<Map<String, Object>> report) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            browser.open("axe", report.get());
            browser.await("document.querySelector('#foot').textContent !== ''");

            assertThat(violations()).as(scheme).isEmpty();
        }
    }

    @Test
    void nobodyIsShutOutOfTheNarrowPage() throws IOException {
        browser.size(390, 844);
        browser.open("axe", ReportFixture.incident());

        assertThat(violations()).isEmpty();
    }

    /** What axe-core finds, each as its rule and where. */
    private static List<?> violations() throws IOException {
        try (InputStream in = PageLooksTest.class.getResourceAsStream(AXE)) {
            browser.script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) browser.script("return axe.run(document).then(found => found.violations.flatMap(rule => "
                + "rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))");
    }

    @Test
    void thePictureOfTheDocumentationIsOfThisPage() throws IOException {
        String page = System.getProperty("report.page");
        browser.size(1440, 945);
        if (page == null) {
            browser.open("incident", ReportFixture.incident());
        } else {
            browser.open(Path.of(page));
        }
        browser.await("document.querySelector('#foot').textContent !== ''");

        assertThat(Files.size(browser.picture("picture"))).isBetween(30_000L, 400_000L);
    }
}
