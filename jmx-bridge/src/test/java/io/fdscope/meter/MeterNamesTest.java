package io.fdscope.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Faults;
import io.fdscope.fixture.MeterNames;
import io.fdscope.fixture.MeterNames.Series;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The names that docs/micrometer.md promises are those that come out of real registries, and there are no others. */
class MeterNamesTest {
    private static final MBeanServer PLATFORM = ManagementFactory.getPlatformMBeanServer();
    private static final int SERIES = 5 + 11 + 17;

    @Test
    void metersTagsAndUnitsAreThoseOfTheDocumentation() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new FdscopeMeters().bindTo(registry);

        assertThat(registry.getMeters())
                .hasSize(SERIES)
                .extracting(meter ->
                        meter.getId().getName() + tags(meter) + meter.getId().getBaseUnit())
                .containsExactlyInAnyOrderElementsOf(MeterNames.documented().stream()
                        .map(series -> series.meter() + series.tags() + series.baseUnit())
                        .toList());
        assertThat(registry.getMeters())
                .allMatch(meter -> meter.getId().getDescription().length() > 20);
    }

    private static Map<String, String> tags(Meter meter) {
        Map<String, String> tags = new TreeMap<>();
        for (Tag tag : meter.getId().getTagsAsIterable()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return tags;
    }

    @Test
    void prometheusScrapesTheNamesOfTheDocumentation() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new FdscopeMeters().bindTo(registry);

        assertThat(registry.scrape().lines().filter(line -> !line.startsWith("#")))
                .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
                .containsExactlyInAnyOrderElementsOf(
                        MeterNames.documented().stream().map(Series::sample).toList());
    }

    @Test
    void jmxShowsTheNamesOfTheDocumentationUntilClosed() throws IOException, JMException {
        ObjectName ours = new ObjectName(JmxMeters.DOMAIN + ":*");
        try (JmxMeters published = new JmxMeters(new Faults())) {
            assertThat(published).isNotNull();
            assertThat(PLATFORM.queryNames(ours, null))
                    .extracting(ObjectName::getCanonicalName)
                    .containsExactlyInAnyOrderElementsOf(MeterNames.documented().stream()
                            .map(Series::objectName)
                            .toList());
        }
        assertThat(PLATFORM.queryNames(ours, null)).isEmpty();
    }
}
