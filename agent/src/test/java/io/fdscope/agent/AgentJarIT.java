package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class AgentJarIT {
    private static final long MOST_BYTES = 3_000_000;

    @Test
    void isSmallEnoughToCopyAround() throws IOException {
        assertThat(Files.size(AgentHost.JAR)).isLessThan(MOST_BYTES);
    }

    @Test
    void bringsNothingButOurOwnPackagesAndSettings() throws IOException {
        try (JarFile jar = new JarFile(AgentHost.JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .allMatch(name -> name.startsWith("fdscope/io/fdscope/")
                            || name.startsWith("io/fdscope/agent/")
                            || name.startsWith("META-INF/")
                            || name.equals("fdscope.jfc"));
        }
    }

    @Test
    void showsTheApplicationOnlyTheClassesThatTheJvmCalls() throws IOException {
        try (JarFile jar = new JarFile(AgentHost.JAR.toFile())) {
            assertThat(jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith("io/") && !name.endsWith("/")))
                    .containsExactlyInAnyOrder(
                            "io/fdscope/agent/AgentLoader.class",
                            "io/fdscope/agent/Main.class",
                            "io/fdscope/agent/Premain.class");
        }
    }

    @Test
    void bringsItsLicences() throws IOException {
        try (JarFile jar = new JarFile(AgentHost.JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName)).anyMatch(name -> name.startsWith("META-INF/LICENSE"));
        }
    }
}
