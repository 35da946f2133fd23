package io.fdscope.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine has Chromium and its driver. */
public record Chromium(Path browser, Path driver) {
    private static final String TELL =
            "the report's page is tested in Chromium, which is not here: apt-get install chromium chromium-driver";

    /** Without them a test is left out on a developer's machine, and fails where CI is set. */
    public static Chromium installed() {
        Optional<Path> browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
        Optional<Path> driver = onPath("chromedriver");
        boolean both = browser.isPresent() && driver.isPresent();
        if (System.getenv("CI") == null) {
            assumeThat(both).as(TELL).isTrue();
        }
        assertThat(both).as(TELL).isTrue();
        return new Chromium(browser.orElseThrow(), driver.orElseThrow());
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
