package io.fdscope.jmc.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.VirtualScreen;
import io.fdscope.jmc.ui.fixture.PageProcess;
import io.fdscope.jmc.ui.fixture.WrittenRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on recordings of every kind and size. */
class PageTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final long MINUTE = 60_000;
    private static final int SITES = 40;

    @TempDir
    static Path folder;

    private static VirtualScreen screen;

    @BeforeAll
    static void startScreen() throws IOException {
        screen = VirtualScreen.start();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stopScreen() {
        if (screen != null) {
            screen.close();
        }
    }

    /** A minute of growth, with creations all over it. */
    private static Path growing(String name, int creations) throws IOException {
        Path file = folder.resolve(name);
        try (WrittenRecording recording = WrittenRecording.in(file, MINUTE)) {
            for (int second = 0; second <= 60; second++) {
                recording.usage(
                        second * 1000L,
                        Map.of(
                                "openCount",
                                1000 + 200 * second,
                                "softLimit",
                                20_000,
                                "headroom",
                                19_000 - 200 * second,
                                "timeToExhaustion",
                                1000 * (19_000 - 200 * second) / 200,
                                "unidentifiedSocketCount",
                                190 * second,
                                "heldAfterCloseCount",
                                20 * second));
            }
            recording.creations(creations, SITES, MINUTE);
        }
        return file;
    }

    private static String openAndRead(PageProcess page, String file) throws IOException {
        page.ask("load " + file);
        assertThat(page.ask("open 1100 800")).startsWith("Reading the recording");
        return page.ask("read");
    }

    private static long shown(PageProcess page) throws IOException {
        String text = page.ask("shown").lines().findFirst().orElseThrow();
        return Long.parseLong(text.substring(text.indexOf('=') + 1, text.length() - 1));
    }

    @Test
    void aRangeShowsExactlyTheCreationsInIt() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            String said = openAndRead(page, growing("range.jfr", 6000).toString());
            assertThat(said).contains("show 6,000 recorded creations");
            assertThat(shown(page)).isEqualTo(6000);
            String ranged = page.ask("drag 0.4 0.6");
            assertThat(ranged).containsPattern("show [12],\\d{3} recorded creations from 22:13:\\d\\d to 22:14:\\d\\d");
            assertThat(ranged).contains(String.format("%,d recorded", shown(page)));
            assertThat(page.ask("table").lines().skip(1).mapToLong(row -> Long.parseLong(row.split("\\|", -1)[2])))
                    .hasSize(SITES);
            long inTable = page.ask("table")
                    .lines()
                    .skip(1)
                    .mapToLong(row -> Long.parseLong(row.split("\\|", -1)[2]))
                    .sum();
            assertThat(shown(page)).isEqualTo(inTable);
            page.ask("shot " + PICTURES.resolve("range.png").toAbsolutePath());
            page.ask("select 3");
            assertThat(shown(page))
                    .isEqualTo(Long.parseLong(
                            page.ask("table").lines().toList().get(4).split("\\|", -1)[2]));
            assertThat(page.ask("doubleclick")).contains("recorded creations of this site");
            assertThat(shown(page)).isEqualTo(6000 / SITES);
            assertThat(page.ask("all")).contains("show 6,000 recorded creations");
        }
    }

    @Test
    void aRangeIsChosenWithTheKeyboardAsWell() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            openAndRead(page, growing("keys.jfr", 6000).toString());
            page.ask("key home");
            for (int second = 0; second < 10; second++) {
                page.ask("key shift right");
            }
            assertThat(page.ask("text")).contains("show 1,000 recorded creations from 22:13:20 to 22:13:30");
            assertThat(shown(page)).isEqualTo(1000);
            page.ask("shot " + PICTURES.resolve("keys.png").toAbsolutePath());
            assertThat(page.ask("key escape")).contains("show 6,000 recorded creations");
        }
    }

    @Test
    void aSiteWithoutEventsInTheRangeShowsNothingAndNotEverything() throws IOException {
        Path file = folder.resolve("early.jfr");
        try (WrittenRecording recording = WrittenRecording.in(file, MINUTE)) {
            recording.creations(100, 1, MINUTE / 10);
            recording.usage(0, Map.of("openCount", 10, "softLimit", 100));
            recording.usage(MINUTE, Map.of("openCount", 10, "softLimit", 100));
        }
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            openAndRead(page, file.toString());
            page.ask("select 0");
            assertThat(page.ask("drag 0.5 0.9")).contains("show nothing: no creation of this site from");
            assertThat(page.ask("shown")).isEqualTo("{}\n{}");
        }
    }

    @Test
    void halfAMillionEventsAreReadBesideTheUserInterface() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita", "-Xmx1g")) {
            assertThat(openAndRead(page, growing("large.jfr", 500_000).toString()))
                    .contains("show 500,000 recorded creations");
            page.ask("select 0");
            assertThat(shown(page)).isEqualTo(500_000 / SITES);
        }
    }

    @Test
    void theReadingGoesOnOnlyWhileTheUserInterfaceDoesSomethingElse() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita", "-Xmx1g")) {
            page.ask("load " + growing("paced.jfr", 500_000));
            page.ask("pace");
            assertThat(page.ask("open 1100 800")).startsWith("Reading the recording");
            assertThat(page.ask("read")).contains("show 500,000 recorded creations");
            assertThat(Long.parseLong(page.ask("beats"))).isGreaterThanOrEqualTo(500_000 / 10_000);
        }
    }

    @Test
    void aReadingThatIsCancelledSaysSoAndIsDoneWhenThePageIsTurnedToAgain() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            page.ask("load " + growing("cancelled.jfr", 20_000));
            page.ask("pace");
            page.ask("cancel");
            page.ask("open 800 600");
            Await.until(
                    "it says so",
                    () -> text(page)
                            .equals("The reading of this recording was cancelled.\n"
                                    + "To have it read, turn to another page and back to this one."));
            page.ask("uncancel");
            page.ask("turn");
            assertThat(page.ask("read")).contains("show 20,000 recorded creations");
        }
    }

    private static String text(PageProcess page) {
        try {
            return page.ask("text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columnsOfWordsTakeTheRoomThatThereIsInWhicheverOrderTheyAre() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            openAndRead(page, growing("columns.jfr", 100).toString());
            int narrow = widthOfSites(page.ask("order 7 6 0 1 2 3 4 5"));
            page.ask("size 1590 800");
            assertThat(widthOfSites(page.ask("widths"))).isGreaterThan(narrow);
            int wide = widthOfSites(page.ask("order 0 1 2 3 4 5 7 6"));
            page.ask("size 1000 800");
            assertThat(widthOfSites(page.ask("widths"))).isLessThan(wide);
        }
    }

    private static int widthOfSites(String widths) {
        return Integer.parseInt(widths.substring(0, widths.indexOf(' ')));
    }

    @Test
    void aRecordingThatGoesOnBeyondMidnightHasItsDatesAndAChangedLimitLeavesTheChartReadable() throws IOException {
        Path file = folder.resolve("midnight.jfr");
        long minutes = 5 * 60;
        try (WrittenRecording recording = WrittenRecording.in(file, minutes * MINUTE)) {
            for (int minute = 0; minute <= minutes; minute++) {
                recording.usage(
                        minute * MINUTE,
                        Map.of("openCount", 200 + 2 * minute, "softLimit", minute < 120 ? 1024 : 1_048_576));
            }
            recording.creations(600, 1, minutes * MINUTE);
        }
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            openAndRead(page, file.toString());
            assertThat(page.ask("drag 0.2 0.8"))
                    .containsPattern("creations from 14 Nov 2\\d:\\d\\d:\\d\\d to 15 Nov 0\\d:\\d\\d:\\d\\d");
            page.ask("point 0.6");
            page.ask("shot " + PICTURES.resolve("midnight.png").toAbsolutePath());
        }
    }

    @Test
    void fiftyThousandEventsAreReadFortyTimes() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita", "-Xmx1g")) {
            assertThat(openAndRead(page, growing("huge.jfr", 50_000) + " 40"))
                    .contains("show 2,000,000 recorded creations");
            assertThat(page.ask("select 0")).contains("show 50,000 recorded creations of this site");
        }
    }

    @Test
    void aPageThatIsLeftWhileItIsReadEndsTheReading() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            page.ask("load " + growing("left.jfr", 20_000) + " 40");
            page.ask("open 800 600");
            page.ask("close");
            assertThat(page.ask("jobs")).isEqualTo("cancelled");
            page.ask("open 800 600");
            assertThat(page.ask("read")).contains("show 800,000 recorded creations");
        }
    }

    @Test
    void aForeignRecordingSaysWhatIsMissingAndHowToHaveIt() throws IOException {
        Path file = folder.resolve("foreign.jfr");
        try (WrittenRecording recording = WrittenRecording.in(file, MINUTE)) {
            recording.foreign("com.example.Something");
        }
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            assertThat(openAndRead(page, file.toString()))
                    .startsWith("The recording does not tell whether descriptors leak.")
                    .contains("fdscope was not in this process, or its events were disabled")
                    .contains("javaagent:fdscope.jar, or run fdscope attach PID")
                    .contains("show nothing: no creation was recorded");
            assertThat(page.ask("table").lines()).hasSize(1);
            page.ask("point 0.5");
            assertThat(page.ask("drag 0.2 0.8")).contains("show nothing: no creation was recorded");
            page.ask("key right");
            page.ask("key shift right");
            page.ask("shot " + PICTURES.resolve("foreign.png").toAbsolutePath());
        }
    }

    @Test
    void aRecordingWithoutEventsIsShown() throws IOException {
        Path file = folder.resolve("empty.jfr");
        WrittenRecording.in(file, MINUTE).close();
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            assertThat(openAndRead(page, file.toString())).contains("Not in this recording");
        }
    }

    @Test
    void eventsWithoutTheirFieldsAreShownAsFarAsTheyGo() throws IOException {
        Path file = folder.resolve("fields.jfr");
        try (WrittenRecording recording = WrittenRecording.in(file, MINUTE)) {
            for (int second = 0; second <= 60; second += 5) {
                recording.usage(second * 1000L, Map.of("openCount", 100 + second));
            }
        }
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            assertThat(openAndRead(page, file.toString()))
                    .contains("Not in this recording: a verdict: no scan fell into it");
            assertThat(page.ask("point 0.5")).contains("show nothing");
            page.ask("shot " + PICTURES.resolve("fields.png").toAbsolutePath());
        }
    }

    @Test
    void itIsDarkWhereTheThemeIsAndFitsSmallWindows() throws IOException {
        Path file = growing("looks.jfr", 6000);
        try (PageProcess page = PageProcess.start(screen, "Adwaita:dark")) {
            openAndRead(page, file.toString());
            page.ask("point 0.5");
            assertThat(brightness(
                            page.ask("shot " + PICTURES.resolve("dark.png").toAbsolutePath())))
                    .isLessThan(90);
            page.ask("size 420 500");
            assertThat(brightness(
                            page.ask("shot " + PICTURES.resolve("narrow.png").toAbsolutePath())))
                    .isLessThan(90);
            page.ask("size 1590 700");
            page.ask("shot " + PICTURES.resolve("wide.png").toAbsolutePath());
            page.ask("size 60 40");
            page.ask("point 0.5");
        }
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            openAndRead(page, file.toString());
            page.ask("point 0.5");
            assertThat(brightness(
                            page.ask("shot " + PICTURES.resolve("light.png").toAbsolutePath())))
                    .isGreaterThan(170);
        }
    }

    private static int brightness(String words) {
        return Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1));
    }
}
