package io.fdscope.jmc.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.VirtualScreen;
import io.fdscope.jmc.ui.fixture.PageProcess;
import io.fdscope.jmc.ui.fixture.RealRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on recordings that were made by the agent on the JDK of this test. */
class RealRecordingIT {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String TYPE = "io.fdscope.SocketOpened";

    @TempDir
    static Path folder;

    private static VirtualScreen screen;
    private static PageProcess page;

    @BeforeAll
    static void open() throws IOException {
        screen = VirtualScreen.start();
        Path recording = folder.resolve("sockets.jfr");
        RealRecording.write(recording);
        Files.createDirectories(PICTURES);
        page = PageProcess.start(screen, "Adwaita");
        page.ask("load " + recording);
        assertThat(page.ask("open 1100 800")).startsWith("Reading the recording");
        page.ask("read");
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void theVerdictIsThatOfTheProcessItself() throws IOException {
        assertThat(page.ask("text"))
                .contains(RealRecording.UNCONNECTED + " of them are sockets that were created at"
                        + " io.fdscope.fixture.LosingHost.unconnected(LosingHost.java:")
                .contains("Another site leaks as well.");
    }

    @Test
    void aSiteIsARowWithWhatIsKnownOfIt() throws IOException {
        assertThat(page.ask("table").lines())
                .startsWith("Creation Site|Created|Recorded|Still Open|Unidentified|Oldest|Endpoint|Cause")
                .anyMatch(row -> row.matches("\\*?LosingHost\\.unconnected:\\d+ in io.fdscope.fixture"
                        + "\\|60\\|60\\|60\\|60\\|\\d+ s\\|\\|created, never connected nor bound, and not closed"))
                .anyMatch(row -> row.matches("\\*?LosingHost\\.closeWait:\\d+ in io.fdscope.fixture"
                        + "\\|30\\|30\\|30\\|0\\|\\d+ s\\|.*:\\d+\\|not closed after the remote end had closed"))
                .anyMatch(row ->
                        row.matches("\\*?LosingHost\\.none:\\d+ in io.fdscope.fixture\\|30\\|30\\|0\\|0\\|\\|\\|"));
    }

    @Test
    void choosingARowShowsExactlyItsCreations() throws IOException {
        for (String row : List.of("unconnected", "closeWait", "none")) {
            int place = place(row);
            String recorded = page.ask("table").lines().toList().get(place + 1).split("\\|", -1)[2];
            String said = page.ask("select " + place);
            assertThat(said).contains("show " + recorded + " recorded creations of this site");
            assertThat(page.ask("shown"))
                    .startsWith("{" + TYPE + "=" + recorded + "}\n{" + row + ":")
                    .endsWith("=" + recorded + "}");
        }
        page.ask("all");
    }

    @Test
    void choosingTwoRowsShowsBoth() throws IOException {
        page.ask("select " + place("unconnected") + " " + place("none"));
        assertThat(page.ask("shown"))
                .contains("{" + TYPE + "=" + (RealRecording.UNCONNECTED + RealRecording.CLOSED) + "}")
                .contains("unconnected:")
                .contains("none:")
                .doesNotContain("closeWait:");
        page.ask("all");
    }

    @Test
    void everySiteThatAScanHasSeenIsTheSiteOfItsEvents() throws IOException {
        List<String[]> rows = page.ask("table")
                .lines()
                .skip(1)
                .map(row -> row.split("\\|", -1))
                .toList();
        long recorded = rows.stream().mapToLong(row -> Long.parseLong(row[2])).sum();
        assertThat(rows).allMatch(row -> row[1].isEmpty() || row[1].equals(row[2]));
        assertThat(page.ask("shown")).startsWith("{" + TYPE + "=" + recorded + "}");
    }

    @Test
    void sortingKeepsTheChosenRow() throws IOException {
        page.ask("select " + place("none"));
        String down = page.ask("sort Created");
        String up = page.ask("sort Created");
        assertThat(down.lines().filter(row -> row.startsWith("*")))
                .singleElement()
                .asString()
                .contains("LosingHost.none:");
        assertThat(down.lines().skip(1)).isNotEqualTo(up.lines().skip(1));
        page.ask("all");
    }

    @Test
    void copiedRowsAreATableForASpreadsheet() throws IOException {
        page.ask("select " + place("closeWait"));
        assertThat(page.ask("copy").lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("Creation Site\tCreated\tRecorded"),
                        row -> assertThat(row)
                                .startsWith("io.fdscope.fixture.LosingHost.closeWait(")
                                .contains("\t30\t30\t30\t0\t"));
        page.ask("all");
    }

    @Test
    void whatWasChosenIsStillChosenWhenThePageIsTurnedToAgain() throws IOException {
        page.ask("select " + place("closeWait"));
        page.ask("turn");
        assertThat(page.ask("table").lines().filter(row -> row.startsWith("*")))
                .singleElement()
                .asString()
                .contains("LosingHost.closeWait:");
        assertThat(page.ask("shown")).startsWith("{" + TYPE + "=" + RealRecording.LEFT + "}");
        page.ask("all");
    }

    @Test
    void itLooksAsItShould() throws IOException {
        page.ask("select " + place("unconnected"));
        assertThat(colours(page.ask("shot " + PICTURES.resolve("real.png").toAbsolutePath())))
                .isGreaterThan(50);
        page.ask("all");
    }

    private static int colours(String words) {
        return Integer.parseInt(words.substring(0, words.indexOf(' ')));
    }

    private static int place(String method) throws IOException {
        List<String> rows = page.ask("table").lines().skip(1).toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).contains("LosingHost." + method + ":")) {
                return i;
            }
        }
        throw new AssertionError(method + " is not in " + rows);
    }
}
