package io.fdscope.jmc.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.VirtualScreen;
import io.fdscope.jmc.ui.fixture.PageProcess;
import io.fdscope.jmc.ui.fixture.WrittenRecording;
import java.io.IOException;
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

    @Test
    void aRangeShowsExactlyTheCreationsInIt() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            String said = page.openAndRead(
                    WrittenRecording.growing(folder, "range.jfr", 6000).toString());
            assertThat(said).contains("show 6,000 recorded creations");
            assertThat(page.shown()).isEqualTo(6000);
            String ranged = page.ask("drag 0.4 0.6");
            assertThat(ranged).containsPattern("show [12],\\d{3} recorded creations from 22:13:\\d\\d to 22:14:\\d\\d");
            assertThat(ranged).contains(String.format("%,d recorded", page.shown()));
            assertThat(page.ask("table").lines().skip(1).mapToLong(row -> Long.parseLong(row.split("\\|", -1)[2])))
                    .hasSize(WrittenRecording.SITES);
            long inTable = page.ask("table")
                    .lines()
                    .skip(1)
                    .mapToLong(row -> Long.parseLong(row.split("\\|", -1)[2]))
                    .sum();
            assertThat(page.shown()).isEqualTo(inTable);
            page.ask("shot " + PICTURES.resolve("range.png").toAbsolutePath());
            page.ask("select 3");
            assertThat(page.shown())
                    .isEqualTo(Long.parseLong(
                            page.ask("table").lines().toList().get(4).split("\\|", -1)[2]));
            assertThat(page.ask("doubleclick")).contains("recorded creations of this site");
            assertThat(page.shown()).isEqualTo(6000 / WrittenRecording.SITES);
            assertThat(page.ask("all")).contains("show 6,000 recorded creations");
        }
    }

    @Test
    void aRangeIsChosenWithTheKeyboardAsWell() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            page.openAndRead(WrittenRecording.growing(folder, "keys.jfr", 6000).toString());
            page.ask("key home");
            for (int second = 0; second < 10; second++) {
                page.ask("key shift right");
            }
            assertThat(page.ask("text")).contains("show 1,000 recorded creations from 22:13:20 to 22:13:30");
            assertThat(page.shown()).isEqualTo(1000);
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
            page.openAndRead(file.toString());
            page.ask("select 0");
            assertThat(page.ask("drag 0.5 0.9")).contains("show nothing: no creation of this site from");
            assertThat(page.ask("shown")).isEqualTo("{}\n{}");
        }
    }

    @Test
    void columnsOfWordsTakeTheRoomThatThereIsInWhicheverOrderTheyAre() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            page.openAndRead(
                    WrittenRecording.growing(folder, "columns.jfr", 100).toString());
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
    void aRecordingThatGoesOnBeyondMidnightHasItsDates() throws IOException {
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
            page.openAndRead(file.toString());
            assertThat(page.ask("drag 0.2 0.8"))
                    .containsPattern("creations from 14 Nov 2\\d:\\d\\d:\\d\\d to 15 Nov 0\\d:\\d\\d:\\d\\d");
            page.ask("point 0.6");
            page.ask("shot " + PICTURES.resolve("midnight.png").toAbsolutePath());
        }
    }

    @Test
    void aForeignRecordingSaysWhatIsMissingAndHowToHaveIt() throws IOException {
        Path file = folder.resolve("foreign.jfr");
        try (WrittenRecording recording = WrittenRecording.in(file, MINUTE)) {
            recording.foreign("com.example.Something");
        }
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            assertThat(page.openAndRead(file.toString()))
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
            assertThat(page.openAndRead(file.toString())).contains("Not in this recording");
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
            assertThat(page.openAndRead(file.toString()))
                    .contains("Not in this recording: a verdict: no scan fell into it");
            assertThat(page.ask("point 0.5")).contains("show nothing");
            page.ask("shot " + PICTURES.resolve("fields.png").toAbsolutePath());
        }
    }

    @Test
    void itIsDarkWhereTheThemeIsAndFitsSmallWindows() throws IOException {
        Path file = WrittenRecording.growing(folder, "looks.jfr", 6000);
        try (PageProcess page = PageProcess.start(screen, "Adwaita:dark")) {
            page.openAndRead(file.toString());
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
            page.openAndRead(file.toString());
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
