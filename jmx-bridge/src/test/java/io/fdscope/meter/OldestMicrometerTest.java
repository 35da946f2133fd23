package io.fdscope.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.MeterNames;
import io.fdscope.fixture.MeterNames.Series;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The oldest Micrometer that docs/micrometer.md promises gives the same meters and MBeans as the one we are built with. */
class OldestMicrometerTest {
    private static final Path OLDEST = Path.of("target", "oldest-micrometer");

    /** That of this test, with those jars in the place of Micrometer's and its JMX registry's. */
    private static String classPath() throws IOException {
        List<String> path = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("micrometer-") && !entry.contains("metrics-"))
                        .toList());
        try (Stream<Path> jars = Files.list(OLDEST)) {
            jars.map(Path::toString).forEach(path::add);
        }
        return String.join(File.pathSeparator, path);
    }

    private static List<String> all(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    @Test
    void itHasTheMetersAndTheMBeansOfTheDocumentation() throws IOException {
        List<String> command = ForkedProcess.java(classPath(), List.of(), MeterListMain.class);
        List<String> lines = ForkedProcess.run(command.toArray(String[]::new));

        assertThat(all(lines, "MICROMETER ")).singleElement().asString().endsWith("/micrometer-core-1.10.0.jar");
        assertThat(all(lines, "METER "))
                .hasSizeGreaterThan(30)
                .containsExactlyInAnyOrderElementsOf(MeterNames.documented().stream()
                        .map(series -> series.meter() + series.tags() + series.baseUnit())
                        .toList());
        assertThat(all(lines, "MBEAN "))
                .containsExactlyInAnyOrderElementsOf(
                        MeterNames.documented().stream().map(Series::objectName).toList());
        assertThat(Long.parseLong(all(lines, "HEADROOM ").get(0))).isPositive();
        assertThat(all(lines, "FAULTS ")).containsExactly("{}");
        assertThat(Files.readString(Path.of("..", "docs", "micrometer.md"))).contains("\nMicrometer 1.10.0, ");
    }
}
