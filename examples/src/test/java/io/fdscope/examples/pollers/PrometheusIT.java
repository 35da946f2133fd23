package io.fdscope.examples.pollers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A leak as Prometheus sees it through jmx_exporter, in the JVM and beside it, up to the last descriptor. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusIT {
    @TempDir
    private static Path folder;

    private static int inside;
    private static int beside;
    private static PolledJvm jvm;
    private static ForkedProcess standalone;
    private static RealPrometheus prometheus;

    @BeforeAll
    static void start() throws IOException {
        DebianProgram.PROMETHEUS.path();
        inside = PolledJvm.freePort();
        jvm = PolledJvm.start(JmxExporter.agent(inside));
        beside = PolledJvm.freePort();
        standalone = JmxExporter.standalone(beside, jvm.address(), folder);
        prometheus = RealPrometheus.start(folder, List.of(inside, beside));
    }

    @AfterAll
    static void end() {
        if (jvm != null) {
            prometheus.close();
            standalone.close();
            jvm.close();
        }
    }

    private static String of(int exporter, String metric) {
        return metric + "{instance=\"127.0.0.1:" + exporter + "\"}";
    }

    @Test
    @Order(1)
    void bothExportersGiveTheSameMetrics() {
        Scrape agent = Scrape.of(Web.at(inside));
        Scrape own = Scrape.of(Web.at(beside));

        assertThat(agent.values().keySet()).isEqualTo(own.values().keySet());
        assertThat(agent.value("fdscope_soft_limit_fds")).isEqualTo(PolledJvm.LIMIT);
        assertThat(own.value("fdscope_soft_limit_fds")).isEqualTo(PolledJvm.LIMIT);
    }

    @Test
    @Order(2)
    void nothingFiresWhileAllIsWell() {
        Await.until(
                "both have been scraped",
                () -> prometheus.answers(of(inside, "fdscope_open_fds"))
                        && prometheus.answers(of(beside, "fdscope_open_fds")));

        assertThat(prometheus.query("ALERTS")).contains("\"result\":[]");
        assertThat(prometheus.query("up == 0")).contains("\"result\":[]");
    }

    @Test
    @Order(3)
    void everyQueryOfTheDashboardHasAnAnswer() throws IOException {
        jvm.order("leak 40");
        List<String> queries = queries();

        assertThat(queries).hasSizeGreaterThan(10);
        for (String query : queries) {
            Await.until(query, () -> prometheus.answers(query));
        }
    }

    /** What each panel asks, with the variables as Grafana fills them in. */
    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(Shipped.text("grafana/fdscope.json"))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "expr".equals(parser.currentName())) {
                    queries.add(parser.getText().replace("$job", ".*").replace("$instance", ".*"));
                }
            }
        }
        return queries;
    }

    @Test
    @Order(4)
    void aLeakSuspectFires() {
        prometheus.awaitFiring("FdscopeLeakSuspected", inside);
        prometheus.awaitFiring("FdscopeLeakSuspected", beside);
    }

    @Test
    @Order(5)
    void nearTheLimitTheUtilizationFires() throws IOException {
        jvm.order("leak 440");

        prometheus.awaitFiring("FdscopeUtilizationHigh", inside);
        prometheus.awaitFiring("FdscopeUnidentifiedSockets", inside);
        prometheus.awaitFiring("FdscopeUtilizationHigh", beside);
    }

    @Test
    @Order(6)
    void withNoDescriptorLeftBothAreStillScrapedOverTheConnectionsThatTheyHave() throws IOException {
        jvm.order("exhaust");

        prometheus.awaitFiring("FdscopeUtilizationCritical", inside);
        prometheus.awaitFiring("FdscopeUtilizationCritical", beside);
        for (int exporter : List.of(inside, beside)) {
            String full = of(exporter, "fdscope_headroom_fds") + " == 0";
            Await.until(full, () -> prometheus.answers(full));
        }
        assertThat(prometheus.query("up == 0")).contains("\"result\":[]");
        assertThat(jvm.number("FaultCount")).isZero();
    }

    @Test
    @Order(7)
    void aJvmThatIsGoneIsMissed() {
        jvm.close();

        prometheus.awaitFiring("FdscopeGone", inside);
        prometheus.awaitFiring("FdscopeGone", beside);
    }
}
