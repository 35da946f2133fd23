package io.fdscope.report;

import io.fdscope.browser.Browser;
import io.fdscope.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A real browser for the tests of a class, as wide and light as on a desk. */
@Tag("browser")
abstract class PageCase {
    @TempDir
    static Path folder;

    static Browser browser;

    @BeforeAll
    static void startChromium() throws IOException {
        browser = new Browser(Chromium.installed(), folder);
    }

    @AfterAll
    static void endChromium() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void asOnADesk() {
        browser.size(1600, 1000);
        browser.prefer("light");
    }
}
