package io.fdscope.examples.pollers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Prometheus's own tool says of the rules. */
class PromtoolTest {
    private static void assertThatItSucceeds(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(DebianProgram.PROMTOOL.path()));
        command.addAll(List.of(arguments));
        try (ForkedProcess promtool = ForkedProcess.start(command)) {
            int exitCode = promtool.end();
            assertThat(exitCode)
                    .describedAs(String.join("\n", promtool.heard()))
                    .isZero();
            assertThat(promtool.heard()).anyMatch(line -> line.contains("SUCCESS"));
        }
    }

    private static String file(String name) {
        return Shipped.file("prometheus/" + name).toString();
    }

    @Test
    void theRulesAreGood() throws IOException {
        assertThatItSucceeds("check", "rules", file("fdscope-alerts.yml"), file("fdscope-records.yml"));
    }

    @Test
    void theConfigurationIsGood() throws IOException {
        assertThatItSucceeds("check", "config", file("prometheus.yml"));
    }

    @Test
    void alertsFireWhenTheyAreToAndNotOtherwise() throws IOException {
        assertThatItSucceeds("test", "rules", file("fdscope-alerts-test.yml"));
    }

    @Test
    void everyAlertHasATest() throws IOException {
        List<String> alerts = Shipped.text("prometheus/fdscope-alerts.yml")
                .lines()
                .filter(line -> line.strip().startsWith("- alert: "))
                .map(line -> line.strip().substring("- alert: ".length()))
                .toList();
        String tests = Shipped.text("prometheus/fdscope-alerts-test.yml");

        assertThat(alerts)
                .hasSizeGreaterThan(5)
                .allSatisfy(alert -> assertThat(tests).containsPattern("alertname: " + alert + "\n +exp_alerts:"));
    }
}
