package io.fdscope.jfr.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of half a gigabyte, in a quarter of one. */
@Tag("soak")
class LongRecordingTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String MEGABYTES = "500";

    @TempDir
    Path folder;

    @Test
    void halfAGigabyteIsReadInAQuarterOfOne() throws Exception {
        Path file = folder.resolve("long.jfr");
        Path repository = Files.createDirectory(folder.resolve("repository"));
        List<String> options = List.of("-XX:FlightRecorderOptions:repository=" + repository);
        run(ForkedProcess.java(
                CLASS_PATH,
                options,
                Class.forName("io.fdscope.jfr.LongRecordingMain"),
                file.toString(),
                repository.toString(),
                MEGABYTES));
        assertThat(Files.size(file)).isGreaterThan(450_000_000);
        String read = run(ForkedProcess.java(CLASS_PATH, List.of("-Xmx256m"), ReadingMain.class, file.toString()));

        assertThat(read).contains("problems 0\n", "verdict true\n");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
