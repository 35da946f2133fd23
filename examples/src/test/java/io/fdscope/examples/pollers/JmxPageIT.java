package io.fdscope.examples.pollers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of docs/jmx.md, beside the live MXBean, jmxterm's answers and a real scrape. */
class JmxPageIT {
    /** {@code | `OpenCount` | `long` | fds | `get OpenCount` | `fdscope_open_fds` | `process.files.open` |} */
    private static final Pattern ROW = Pattern.compile(
            "\\| `(\\w+)` \\| `([^`]+)` \\| ([^|]+) \\| `(get [^`]+)` \\| (?:`([^`]+)`)? ?\\| (?:`([^`]+)`)? ?\\|");

    private static int exporter;
    private static PolledJvm jvm;

    /** One line of the table; what is not there is empty. */
    private record Row(String attribute, String type, String unit, String jmxterm, String prometheus) {
        static Row of(Matcher row) {
            String prometheus = row.group(5) == null ? "" : row.group(5);
            return new Row(row.group(1), row.group(2), row.group(3), row.group(4), prometheus);
        }

        /** Without its labels. */
        String metric() {
            return prometheus.replaceAll("\\{.*", "");
        }
    }

    @BeforeAll
    static void start() throws IOException {
        exporter = PolledJvm.freePort();
        jvm = PolledJvm.start(JmxExporter.agent(exporter));
    }

    @AfterAll
    static void end() {
        jvm.close();
    }

    private static List<Row> rows() throws IOException {
        return Files.readString(Path.of("..", "docs", "jmx.md"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(Row::of)
                .toList();
    }

    @Test
    void theTableHasEveryAttributeWithItsTypeAndUnit() throws IOException, JMException {
        List<String> live =
                Arrays.stream(jvm.info().getAttributes()).map(JmxPageIT::words).toList();

        assertThat(rows().stream().map(row -> row.attribute() + " " + row.type() + ", " + row.unit()))
                .containsExactlyInAnyOrderElementsOf(live);
    }

    /** {@code CountByKind Map<String, Long>, fds} */
    private static String words(MBeanAttributeInfo attribute) {
        String type = String.valueOf(attribute.getDescriptor().getFieldValue("originalType"))
                .replaceAll("^\\[L(.*);$", "$1[]")
                .replaceAll("\\w+\\.", "");
        return attribute.getName() + " " + type + ", "
                + attribute.getDescriptor().getFieldValue("units");
    }

    @Test
    void jmxtermAnswersEveryLine() throws IOException {
        try (ForkedProcess jmxterm = ForkedProcess.start(
                List.of(ForkedProcess.java(), "-jar", Shipped.jar("jmxterm").toString(), "-n", "-v", "silent"))) {
            jmxterm.send("open " + jvm.address());
            jmxterm.send("bean io.fdscope:type=FileDescriptors");
            for (Row row : rows()) {
                jmxterm.send(row.jmxterm());
                jmxterm.await(row.jmxterm().substring("get ".length()) + " = ");
            }
            assertThat(jmxterm.end()).isZero();
        }
    }

    @Test
    void theScrapeHasThePrometheusNamesAndNoOthers() throws IOException {
        assertThat(rows().stream().map(Row::metric).filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(Scrape.of(Web.at(exporter)).names());
    }

    @Test
    void labelsAreAsTheTableHasThem() throws IOException {
        List<String> labelled = rows().stream()
                .map(Row::prometheus)
                .filter(name -> name.endsWith("}"))
                .toList();

        assertThat(labelled).isNotEmpty().allSatisfy(name -> {
            String pattern = Pattern.quote(name.substring(0, name.length() - 1)) + "=\"\\w+\"\\}";
            assertThat(Scrape.of(Web.at(exporter)).values().keySet()).anyMatch(metric -> metric.matches(pattern));
        });
    }
}
