package io.fdscope.jmc.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.VirtualScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquinoxIT {
    /** The same workspace twice. */
    private static List<String> first;

    private static List<String> second;

    @BeforeAll
    static void runTwice(@TempDir Path folder) throws IOException {
        Path recording = RecordedRun.in(folder);
        Files.createDirectories(ShippedZips.PICTURES);
        Equinox equinox = new Equinox(Files.createDirectory(folder.resolve("equinox")));
        try (VirtualScreen screen = VirtualScreen.start()) {
            first = equinox.probe(screen, recording, ShippedZips.PICTURES);
            second = equinox.probe(screen, recording, ShippedZips.PICTURES);
        }
    }

    @Test
    void theThreeBundlesResolveBesideEclipseAndJmcsCoreLibraries() {
        assertThat(said("bundle"))
                .containsExactly(
                        "bundle io.fdscope.core resolved",
                        "bundle io.fdscope.jmc.rules resolved",
                        "bundle io.fdscope.jmc.ui resolved");
    }

    @Test
    void everyFileOfPagesThatIsDeclaredIsInItsBundle() {
        assertThat(said("pages"))
                .contains("pages child-pages.xml of io.fdscope.jmc.ui there")
                .noneMatch(line -> line.endsWith("missing"));
    }

    @Test
    void everyPageMadeByCodeIsDisplayedAndItsPictureShowsMoreThanABlank() throws IOException {
        assertThat(said("page"))
                .hasSize(1)
                .allMatch(line -> line.matches("page io\\.fdscope\\.jmc\\.\\S+ on \\S+ named [A-Z].* displayed"));
        for (String line : said("page")) {
            Path picture = ShippedZips.PICTURES.resolve(line.split(" ", -1)[1] + ".png");
            assertThat(Icon.colours(Files.readAllBytes(picture))).as(line).isGreaterThan(20);
        }
    }

    @Test
    void everyRuleIsMadeAndHasANameAndATopicOfOurs() {
        assertThat(said("rule"))
                .hasSize(10)
                .allMatch(line ->
                        line.matches("rule io\\.fdscope\\.jmc\\.\\S+ on io\\.fdscope\\.jmc\\.\\S+ named [A-Z].*"));
    }

    @Test
    void everyRulesTopicIsOnOnePage() {
        List<String> topics = Stream.concat(
                        ChildPages.shipped().all().stream().flatMap(page -> page.topics().stream()),
                        said("page").stream().map(line -> line.split(" ", -1)[3]))
                .toList();

        assertThat(topics).doesNotHaveDuplicates();
        assertThat(said("rule").stream().map(line -> line.split(" ", -1)[3])).allMatch(topics::contains);
    }

    @Test
    void theTabShowsWhereTheBeanIsAndNowhereElse() {
        assertThat(said("tab"))
                .containsExactly(
                        "tab io.fdscope.jmc.console.descriptors named File Descriptors by"
                                + " org.openjdk.jmc.console.ui.tabs.overview.OverviewTab",
                        "tab shown without the bean: false",
                        "tab shown while not connected: false",
                        "tab shown with the bean: true");
    }

    @Test
    void attributesOfTheBeanHaveNameUnitAndColourAndThoseOfOthersAreLeftAlone() {
        assertThat(said("metadata"))
                .containsExactly(
                        "metadata io.fdscope:type=FileDescriptors/Utilization: Utilization, percentage:, #0b66b0, null",
                        "metadata io.fdscope:type=FileDescriptors/SecondsToExhaustion: Time to Exhaustion, timespan:s,"
                                + " #b3261e, null",
                        "metadata java.lang:type=OperatingSystem/FileDescriptorUtilization: File Descriptor"
                                + " Utilization, percentage:, #0b66b0, null",
                        "metadata java.lang:type=OperatingSystem/OpenFileDescriptorCount: null, null, null, null",
                        "metadata org.example:type=Other/Utilization: null, null, null, null");
    }

    @Test
    void aProxyIsAnObjectLikeOthers() {
        assertThat(said("provider"))
                .containsExactly("provider equals itself: true, is called fdscope's"
                        + " org.openjdk.jmc.rjmx.subscription.IMRIMetadataProviderService");
    }

    @Test
    void usageAndFreeAreComputedForAnyJvm() {
        assertThat(said("synthetic"))
                .containsExactlyInAnyOrder(
                        "synthetic attribute://java.lang:type=OperatingSystem/FileDescriptorUtilization by"
                                + " DivisionAttribute: Open file descriptors over the limit, as the JDK counts them.",
                        "synthetic attribute://java.lang:type=OperatingSystem/FreeFileDescriptorCount by"
                                + " LongDifferenceAttribute: File descriptors that can still be opened, as the JDK counts"
                                + " them.");
    }

    @Test
    void triggersAreAddedWhenTheTabFirstShowsBesideThoseOfTheUser() {
        assertThat(said("triggers"))
                .containsExactly(
                        "triggers before: Socket Leak Suspected",
                        "triggers after: Socket Leak Suspected; Descriptors Nearly Used Up; Descriptors Nearly Used Up"
                                + " (Any JVM)");
    }

    @Test
    void triggersAreNotAddedAgainToAWorkspaceThatHadThem() {
        assertThat(second).contains("triggers after: Socket Leak Suspected");
    }

    @Test
    void nothingIsLoggedInEitherRun() {
        assertThat(List.of(first, second))
                .allSatisfy(run -> assertThat(run).isNotEmpty().noneMatch(line -> line.startsWith("!ENTRY")));
    }

    private static List<String> said(String subject) {
        assertThat(first).as("what was printed").isNotEmpty();
        return first.stream().filter(line -> line.startsWith(subject + " ")).toList();
    }
}
