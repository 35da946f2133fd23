package io.fdscope.jmc.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the zips beside the code, and how p2 knows that it is newer than what was there before. */
class ShippedZipsIT {
    private static final String TRIGGERS = "fdscope-triggers.xml";
    private static final Path BUNDLE = ShippedZips.SITE_MODULE.resolve("dropins/io.fdscope.jmc.ui.jar");
    private static final Path CHECKOUT = ShippedZips.SITE_MODULE.resolve("../../../.git");
    private static final Pattern QUALIFIER = Pattern.compile(".*\\.v(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");
    /** As the parent's pom has it, for builds that know of no commit. */
    private static final Instant OF_ARCHIVES = Instant.parse("2026-11-22T00:00:00Z");

    static Stream<Path> zips() {
        return Stream.of(ShippedZips.DROPINS, ShippedZips.SITE);
    }

    @ParameterizedTest
    @MethodSource("zips")
    void theTriggersThatThePluginAddsAreInEachZipToBeImportedByHand(Path zip) throws IOException {
        assertThat(ShippedZips.entry(zip, TRIGGERS))
                .isEqualTo(ShippedZips.entry(BUNDLE, "io/fdscope/jmc/ui/console/" + TRIGGERS))
                .asString()
                .contains("Socket Leak Suspected");
    }

    @Test
    void eachPartOfTheSiteIsAnUpdateOfWhateverIsEarlier() throws IOException {
        String units = new String(
                ShippedZips.entry(ShippedZips.SITE_MODULE.resolve("site/content.jar"), "content.xml"),
                StandardCharsets.UTF_8);

        assertThat(Stream.of(
                        "io.fdscope.core",
                        "io.fdscope.jmc.rules",
                        "io.fdscope.jmc.ui",
                        "io.fdscope.jmc.feature.feature.group"))
                .allSatisfy(
                        id -> assertThat(units).contains("<update id='" + id + "' range='[0.0.0," + version() + ")'"));
    }

    @Test
    void aSnapshotIsCalledByItsCommitWhichIsLaterThanTheDateThatArchivesAreCalledBy() throws IOException {
        assumeThat(version()).as("no release").matches(QUALIFIER);
        assumeThat(CHECKOUT).exists();

        List<String> commits =
                ForkedProcess.run("git", "-C", CHECKOUT.resolveSibling(".").toString(), "log", "-1000", "--format=%ct");

        assertThat(commits).contains(Long.toString(qualifier(version()).getEpochSecond()));
        assertThat(qualifier(version())).isAfter(OF_ARCHIVES);
    }

    /** p2 takes a file in dropins for another only if its time is another. */
    @Test
    void aSnapshotsFilesInTheDropinsAreAsOldAsItIsCalled() throws IOException {
        assumeThat(version()).as("no release").matches(QUALIFIER);

        Map<String, Instant> times = ShippedZips.times(ShippedZips.DROPINS);
        assertThat(times.keySet()).contains("io.fdscope.core.jar", "io.fdscope.jmc.rules.jar", "io.fdscope.jmc.ui.jar");
        // A zip knows even seconds only.
        assertThat(List.copyOf(times.values()))
                .allSatisfy(time -> assertThat(time).isCloseTo(qualifier(version()), within(2, ChronoUnit.SECONDS)));
    }

    private static String version() throws IOException {
        try (JarFile bundle = new JarFile(BUNDLE.toFile())) {
            return bundle.getManifest().getMainAttributes().getValue("Bundle-Version");
        }
    }

    private static Instant qualifier(String version) {
        Matcher found = QUALIFIER.matcher(version);
        return Instant.parse(found.replaceFirst("$1-$2-$3T$4:$5:$6Z"));
    }
}
