package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
                            || name.equals("fdscope.jfc")
                            || name.equals("fdscope/fdscope.jfc"));
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

    /** The application would find it, and not the classes that it names. */
    @Test
    void bringsNoAutoConfigurationOfSpring() throws IOException {
        try (JarFile jar = new JarFile(AgentHost.JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName)).noneMatch(name -> name.contains("/spring/"));
        }
    }

    @Test
    void bringsItsLicences() throws IOException {
        try (JarFile jar = new JarFile(AgentHost.JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName)).anyMatch(name -> name.startsWith("META-INF/LICENSE"));
        }
    }

    @Test
    void bringsTheLicenceOfTheBytecodeLibraryThatIsInIt() throws IOException {
        try (JarFile jar = new JarFile(AgentHost.JAR.toFile())) {
            assertThat(jar.getEntry("fdscope/io/fdscope/shaded/asm/ClassReader.class"))
                    .isNotNull();
            try (InputStream in = jar.getInputStream(jar.getEntry("META-INF/licenses/asm.txt"))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("ASM: ")
                        .contains(
                                "Copyright (c) 2000-2011 INRIA, France Telecom",
                                "THIS SOFTWARE IS PROVIDED",
                                "\"AS IS\"");
            }
        }
    }
}
