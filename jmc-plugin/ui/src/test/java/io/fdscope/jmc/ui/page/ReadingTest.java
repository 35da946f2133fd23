package io.fdscope.jmc.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.VirtualScreen;
import io.fdscope.jmc.ui.fixture.PageProcess;
import io.fdscope.jmc.ui.fixture.WrittenRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page while a recording is read: how large it may be, and what else goes on. */
class ReadingTest {
    @TempDir
    static Path folder;

    private static VirtualScreen screen;

    @BeforeAll
    static void startScreen() throws IOException {
        screen = VirtualScreen.start();
    }

    @AfterAll
    static void stopScreen() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void aRowOfHalfAMillionEventsShowsItsShare() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita", "-Xmx1g")) {
            assertThat(page.openAndRead(WrittenRecording.growing(folder, "large.jfr", 500_000)
                            .toString()))
                    .contains("show 500,000 recorded creations");
            page.ask("select 0");
            assertThat(page.shown()).isEqualTo(500_000 / WrittenRecording.SITES);
        }
    }

    @Test
    void halfAMillionEventsAreReadWhileTheUserInterfaceDoesSomethingElse() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita", "-Xmx1g")) {
            page.ask("load " + WrittenRecording.growing(folder, "paced.jfr", 500_000));
            page.ask("pace");
            assertThat(page.ask("open 1100 800")).startsWith("Reading the recording");
            assertThat(page.ask("read")).contains("show 500,000 recorded creations");
            assertThat(Long.parseLong(page.ask("beats"))).isGreaterThanOrEqualTo(500_000 / 10_000);
        }
    }

    @Test
    void fiftyThousandEventsAreReadFortyTimes() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita", "-Xmx1g")) {
            assertThat(page.openAndRead(WrittenRecording.growing(folder, "huge.jfr", 50_000) + " 40"))
                    .contains("show 2,000,000 recorded creations");
            assertThat(page.ask("select 0")).contains("show 50,000 recorded creations of this site");
        }
    }

    @Test
    void aPageThatIsLeftWhileItIsReadEndsTheReading() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            page.ask("load " + WrittenRecording.growing(folder, "left.jfr", 20_000) + " 40");
            page.ask("open 800 600");
            page.ask("close");
            assertThat(page.ask("jobs")).isEqualTo("cancelled");
            page.ask("open 800 600");
            assertThat(page.ask("read")).contains("show 800,000 recorded creations");
        }
    }

    @Test
    void aReadingThatIsCancelledSaysSoAndIsDoneWhenThePageIsTurnedToAgain() throws IOException {
        try (PageProcess page = PageProcess.start(screen, "Adwaita")) {
            page.ask("load " + WrittenRecording.growing(folder, "cancelled.jfr", 20_000));
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
}
