package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that lies next to the agent's. */
class CompanionJarIT {
    private static final Path JAR = Path.of("target", "fdscope-micrometer.jar").toAbsolutePath();

    private static List<String> files() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static String text(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void bringsNothingButTheMetersAndRelocatedLibraries() throws IOException {
        assertThat(files())
                .allMatch(name -> name.startsWith("io/fdscope/meter/")
                        || name.startsWith("io/fdscope/shaded/")
                        || name.startsWith("META-INF/"))
                .contains(
                        "io/fdscope/meter/JmxMeters.class",
                        "io/fdscope/shaded/micrometer/jmx/JmxMeterRegistry.class",
                        "io/fdscope/shaded/dropwizard/jmx/JmxReporter.class",
                        "io/fdscope/shaded/slf4j/nop/NOPServiceProvider.class");
    }

    @Test
    void bringsTheLicencesOfAllThatIsInIt() throws IOException {
        assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
        assertThat(text("META-INF/NOTICE")).startsWith("Micrometer").contains("The Netty Project");
        assertThat(text("META-INF/licenses/dropwizard-metrics.txt")).contains("Coda Hale", "Apache License");
        assertThat(text("META-INF/licenses/slf4j.txt")).contains("QOS.ch", "MERCHANTABILITY");
        assertThat(text("META-INF/licenses/hdrhistogram.txt")).contains("Gil Tene", "BSD 2-Clause License");
    }
}
