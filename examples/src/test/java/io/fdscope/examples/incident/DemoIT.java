package io.fdscope.examples.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.browser.Browser;
import io.fdscope.browser.Chromium;
import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real demo, from outside, run once: what it has said, and what it has left. */
final class DemoIT {
    private static final Pattern FIRST_SENTENCES =
            Pattern.compile("500 of 500 descriptors are open and (\\d+) of them are sockets that were created at"
                    + " (com\\.mysql\\.jdbc\\.StandardSocketFactory\\.\\w+\\(StandardSocketFactory\\.java:[1-9]\\d*\\))"
                    + " by thread (Druid-ConnectionPool-Create-\\d+), never connected, and not closed\\."
                    + " The process is full: it can open nothing more\\.");
    private static final String MXBEAN = "fdscope, MXBean over JMX";

    @TempDir
    static Path folder;

    @TempDir
    static Path elsewhere;

    static DemoRun demo;

    @BeforeAll
    static void playIt() throws Exception {
        demo = DemoRun.byLauncher(folder, elsewhere.resolve("output"));
        assertThat(demo.awaitExit()).as(demo.output()).isZero();
    }

    @AfterAll
    static void endIt() {
        demo.close();
    }

    @Test
    void everybodySaysTheSameWhenNoDescriptorIsLeft() throws Exception {
        List<Long> blackBox = figures("fdscope, black box");
        List<Long> lsof = figures("lsof -nP -p " + demo.servicePid());
        assertThat(blackBox.get(0)).isEqualTo(DemoRun.LIMIT);
        assertThat(blackBox.get(2)).isGreaterThan(DemoRun.LIMIT * 8 / 10);
        assertThat(lsof.get(2)).isBetween(blackBox.get(2) - 2, blackBox.get(2) + 2);
        assertThat(lsof.get(0)).isEqualTo(blackBox.get(0));
        assertThat(figures(MXBEAN).subList(0, 3)).isEqualTo(blackBox.subList(0, 3));
        assertThat(figures("fdscope, JFR event of").subList(0, 3)).isEqualTo(blackBox.subList(0, 3));
        assertThat(lastRowOfTheFall()).contains(blackBox.get(2).toString(), "500 / 500", "FULL");
        assertThat(demo.output())
                .contains("java.net.SocketException: Too many open files", "Garbage collections so far: 0")
                .doesNotContain("\033");
        assertThat(recordedUnidentified()).contains(blackBox.get(2).intValue());
        assertThat(events(EventNames.MONITOR_FAULT)).isEmpty();
    }

    @Test
    void nothingIsLeftButTheRecordingAndItsPage() throws Exception {
        assertThat(DemoRun.filesIn(folder)).containsExactlyInAnyOrder("fdscope-demo.jfr", "fdscope-demo.html");
        assertThat(demo.output()).contains("Left here: fdscope-demo.html, a page that tells all of this");
        demo.awaitServiceGone();
        assertThat(demo.blackBoxOfService()).isEmpty();
        assertThat(demo.leftBehind()).isEmpty();
    }

    @Test
    void theVerdictNamesTheLineAndAGarbageCollectionProvesIt() throws Exception {
        String text = inOneLine();
        Matcher verdict = verdict();
        String count = verdict.group(1);
        String site = verdict.group(2);
        long unidentified = figures("fdscope, black box").get(2);
        assertThat(Long.parseLong(count)).isBetween(unidentified - 2, unidentified + 2);
        assertThat(demo.output())
                .contains("    at " + site + "\n    at com.mysql.jdbc.StandardSocketFactory.connect(")
                .containsPattern("\\.\\.\\. \\d+ of the JDK\n    at java\\.net\\.Socket\\.setTcpNoDelay\\(");
        assertThat(text)
                .contains("To buy time, as root: prlimit --pid " + demo.servicePid() + " --nofile=1000:1000")
                .contains("Created at " + site + ": " + count + " of " + count + " open sockets were closed by the"
                        + " garbage collection. The program drops them without close(). Open descriptors: 500 before,")
                .containsPattern("The verdict afterwards \\d+ of 500 descriptors are open. The garbage collector had to"
                        + " close " + count + " sockets that were created at " + Pattern.quote(site)
                        + " by thread " + verdict.group(3) + ": the program drops them without close\\.");
        assertThat(recordedSuspects()).isNotEmpty().containsOnly(site);
        assertThat(events(EventNames.SOCKET_OPENED)).hasSizeGreaterThanOrEqualTo(Integer.parseInt(count));
    }

    /** In a real browser. The pictures are left in target/report. */
    @Nested
    @Tag("browser")
    class ItsPage {
        private static final Path PAGE = Path.of("fdscope-demo.html");
        private static final String NUMBER_OF_SOCKETS =
                "parseInt(document.querySelector('.flame-total b').textContent.replaceAll('\u202f', ''))";

        @TempDir
        static Path profile;

        static Browser browser;

        @BeforeAll
        static void startChromium() throws IOException {
            browser = new Browser(Chromium.installed(), profile);
            browser.size(1440, 1000);
        }

        @AfterAll
        static void endChromium() {
            if (browser != null) {
                browser.close();
            }
        }

        @BeforeEach
        void openIt() {
            browser.open(folder.resolve(PAGE));
            browser.await("document.querySelector('#foot').textContent.startsWith('Written by')");
        }

        @Test
        void isSmallAndDrawsItselfWithoutAComplaintAndWithoutTheNetwork() throws IOException {
            browser.picture("demo-wide");
            browser.size(390, 844);
            browser.picture("demo-narrow");
            browser.size(1440, 1000);

            assertThat(browser.log("browser")).as("console").isEmpty();
            assertThat(browser.requested())
                    .containsOnly(folder.resolve(PAGE).toUri().toString());
            assertThat(Files.size(folder.resolve(PAGE))).isLessThan(1_000_000);
        }

        @Test
        void hasTheFiguresOfTheMXBeanAndItsVerdict() {
            List<Long> bean = figures(MXBEAN);

            assertThat(browser.texts(".figure").stream().map(each -> plain(each).replace("\n", " ")))
                    .contains("Open " + bean.get(0) + " of 500, 100%")
                    .anyMatch(each -> each.startsWith("Unidentified " + bean.get(2) + " "));
            assertThat(plain(browser.text("h1"))).isEqualTo(verdict().group());
            assertThat(moments("Open descriptors", List.of("open", "unidentified")))
                    .contains(List.of(bean.get(0), bean.get(2)));
            assertThat(moments("Kinds", List.of("unidentified sockets", "other sockets")))
                    .contains(List.of(bean.get(2), bean.get(1) - bean.get(2)));
        }

        /** What the figures of a chart have in these columns, row by row. */
        private static List<List<Long>> moments(String title, List<String> columns) {
            List<?> rows = (List<?>) browser.script(
                    "const chart = [...document.querySelectorAll('.chart')]"
                            + ".find(each => each.querySelector('.chart-title').textContent === arguments[0]);"
                            + "const data = chart.querySelector('details.data'); data.open = true;"
                            + "return new Promise(done => { const look = () => { const table = data.querySelector('table');"
                            + "if (!table) { requestAnimationFrame(look); return; }"
                            + "const names = [...table.querySelectorAll('thead th')].map(each => each.textContent);"
                            + "done([...table.querySelectorAll('tbody tr')].map(row => arguments[1]"
                            + ".map(name => parseInt(row.children[names.indexOf(name)].textContent.replaceAll('\u202f', ''))))); }; look(); })",
                    title,
                    columns);
            return rows.stream()
                    .map(row ->
                            ((List<?>) row).stream().map(each -> (Long) each).toList())
                    .toList();
        }

        @Test
        void countsInItsFlameGraphWhatFallsIntoTheChosenRange() {
            long all = (Long) browser.script("return " + NUMBER_OF_SOCKETS);
            assertThat(all).isGreaterThanOrEqualTo(figures(MXBEAN).get(2));

            browser.drag("#time .wide .u-over", 0, halfwayThroughTheCreations());
            browser.await("document.querySelector('.flame-part .range.chosen')");
            assertThat((Long) browser.script("return " + NUMBER_OF_SOCKETS)).isBetween(1L, all - 1);

            browser.click(".wide .range-clear");
            browser.await(NUMBER_OF_SOCKETS + " === " + all);
        }

        /** As a share of the recording: on a busy machine they may all be long before its end. */
        private static double halfwayThroughTheCreations() {
            return ((Number) browser.script("const report = JSON.parse(document.getElementById('report').textContent);"
                            + "const { startMillis, endMillis, buckets, creations } = report.recordings[0];"
                            + "const all = creations.items.flatMap(item => item.created.map(([bucket]) => bucket));"
                            + "const half = (Math.min(...all) + Math.max(...all) + 1) / 2;"
                            + "const millis = buckets.startMillis + half * buckets.widthMillis;"
                            + "return (millis - startMillis) / (endMillis - startMillis);"))
                    .doubleValue();
        }

        @Test
        void opensTheWholeStackOfTheSuspect() {
            browser.click("tr.suspect .opener");
            browser.await("document.querySelector('tr.detail').hidden");
            browser.click("tr.suspect .opener");
            browser.await("!document.querySelector('tr.detail').hidden");

            assertThat(browser.text("tr.detail .stack .head code"))
                    .isEqualTo(verdict().group(2));
            assertThat(browser.texts("tr.detail .stack li"))
                    .anyMatch(each -> each.startsWith("java.net.Socket.setTcpNoDelay("))
                    .anyMatch(each -> each.startsWith("com.mysql.jdbc.NonRegisteringDriver.connect("))
                    .anyMatch(each -> each.startsWith("com.alibaba.druid.pool.DruidAbstractDataSource."));
        }

        @Test
        void findsFrames() {
            browser.type("input[type=search]", "setTcpNoDelay");
            browser.await("document.querySelector('.result').textContent.includes(' of ')");

            assertThat(plain(browser.text(".result"))).contains(", in 1 frame");
            assertThat(browser.count(".fr.match")).isEqualTo(1);
        }

        @Test
        void saysThatNobodyCameToConnect() {
            assertThat(browser.text("#connects .note")).startsWith("Nothing was connected in this time");
        }

        /** Numbers are grouped by thin spaces in the page. */
        private static String plain(String text) {
            return text.replace("\u202f", "");
        }
    }

    private static String inOneLine() {
        return demo.output().replaceAll("\\s+", " ");
    }

    /** Its count, site and thread. */
    private static Matcher verdict() {
        Matcher sentences = FIRST_SENTENCES.matcher(inOneLine());
        assertThat(sentences.find()).as(demo.output()).isTrue();
        return sentences;
    }

    /** The row's figures, in the order of the table; −1 for a dash. */
    private static List<Long> figures(String source) {
        Matcher row = Pattern.compile("(?m)^  " + Pattern.quote(source) + ".*?((?: +(?:[\\d,]+|-)){4})$")
                .matcher(demo.output());
        assertThat(row.find()).as(demo.output()).isTrue();
        return Pattern.compile(" +")
                .splitAsStream(row.group(1).strip().replace(",", ""))
                .map(figure -> figure.equals("-") ? -1 : Long.parseLong(figure))
                .toList();
    }

    private static String lastRowOfTheFall() {
        String fall = demo.output().substring(0, demo.output().indexOf("No descriptor left"));
        return fall.strip().lines().reduce("", (before, line) -> line);
    }

    private static List<Integer> recordedUnidentified() throws IOException {
        return events(EventNames.FILE_DESCRIPTOR_USAGE).stream()
                .map(event -> event.getInt(FieldNames.UNIDENTIFIED_SOCKET_COUNT))
                .toList();
    }

    private static List<String> recordedSuspects() throws IOException {
        return events(EventNames.LEAK_SUSPECT).stream()
                .map(event -> event.getString(FieldNames.SITE))
                .toList();
    }

    private static List<RecordedEvent> events(String name) throws IOException {
        return RecordingFile.readAllEvents(folder.resolve("fdscope-demo.jfr")).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}
