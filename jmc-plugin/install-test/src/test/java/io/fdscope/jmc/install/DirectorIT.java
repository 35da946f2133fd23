package io.fdscope.jmc.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorIT {
    private static final String FEATURE = "io.fdscope.jmc.feature";

    @Test
    void p2sDirectorInstallsTheFeatureFromTheSiteIntoAnEmptyProfile(@TempDir Path folder) throws IOException {
        Director director = new Director(folder);
        String platform = director.publishPlatform();

        List<String> said = director.install(FEATURE + ".feature.group", platform, ShippedZips.SITE);

        assertThat(said).anyMatch(line -> line.startsWith("Operation completed"));
        assertThat(director.installed("plugins"))
                .anyMatch(name -> name.startsWith("io.fdscope.core_0."))
                .anyMatch(name -> name.startsWith("io.fdscope.jmc.rules_0."))
                .anyMatch(name -> name.startsWith("io.fdscope.jmc.ui_0."));
        assertThat(director.installed("features")).anyMatch(name -> name.startsWith(FEATURE + "_0."));
        assertThat(director.roots()).singleElement().asString().startsWith(FEATURE + ".feature.group/0.");
    }

    @Test
    void noVersionInTheSiteIsCalledSnapshotOrQualifier() throws IOException {
        try (Stream<Path> files = Files.walk(ShippedZips.SITE_MODULE.resolve("site"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar"))
                            .map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("io.fdscope."))
                    .hasSize(4)
                    .allMatch(name -> name.matches("[a-z.]+_\\d+\\.\\d+\\.\\d+(\\.v\\d{14})?\\.jar"));
        }
    }
}
