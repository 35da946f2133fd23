package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Error in our own process, as of a jar that lacks a class: each verb ends in its own manner, with one line. */
class DamagedJarIT {
    private static final String SAID = "java.lang.NoClassDefFoundError: io/fdscope/cli/BlackBoxSource";

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void damage() throws IOException {
        jar = Files.copy(AgentHost.JAR, folder.resolve("fdscope.jar"));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.delete(inside.getPath("fdscope/io/fdscope/cli/BlackBoxSource.class"));
        }
    }

    private Run run(String... arguments) throws IOException {
        String shell = ForkedProcess.java() + " -jar " + jar + " " + String.join(" ", arguments);
        return Run.command(List.of("sh", "-c", shell));
    }

    @Test
    void theCheckIsUnknownInOneLineOnStdout() throws IOException {
        Run run = run("check", "1", "2>/dev/null");

        assertThat(run.output()).containsExactly("FDSCOPE UNKNOWN - " + SAID);
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void anyOtherVerbFailsInOneLineOnStderr() throws IOException {
        Run run = run("status", "1", "2>&1 >/dev/null");

        assertThat(run.output()).containsExactly("fdscope: " + SAID);
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
