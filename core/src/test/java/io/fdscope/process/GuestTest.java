package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.fixture.Natives;
import io.fdscope.fixture.ScanMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scans take nothing from the host, and what stands still for the host does not stop them. Needs python3 and root. */
class GuestTest {
    @TempDir
    Path folder;

    static Stream<String> probes() {
        return Natives.all();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void eventsThatWaitForTheHostAreStillThereAfterScans(String probe) throws IOException {
        List<String> said =
                ForkedProcess.run(command(probe, "waiting_host.py", List.of()).toArray(String[]::new));
        assertThat(said.stream().filter(line -> line.startsWith("EVENT ")))
                .containsExactly("EVENT mounts", "EVENT epoll", "EVENT mounts", "EVENT epoll");
        assertThat(said).contains("PROBE " + probe, "FAULTS {}");
    }

    @ParameterizedTest
    @MethodSource("probes")
    void openFileOfADeadFileServerStopsNoScan(String probe) throws IOException {
        assumeThat(Path.of("/dev/fuse")).exists();
        try (ForkedProcess scanning =
                ForkedProcess.start(command(probe, "dead_server.py", List.of(folder.toString())))) {
            String far = scanning.await("FAR ").substring("FAR ".length());
            scanning.send("scan");
            assertThat(scanning.until("END")).anyMatch(line -> line.startsWith("ROW " + far + " regularFile "));
            Files.createFile(folder.resolve("dead"));
            for (int scan = 0; scan < 20; scan++) {
                scanning.send("scan");
                assertThat(scanning.until("END"))
                        .contains("PROBE " + probe, "FAULTS {}")
                        .anyMatch(line -> line.startsWith("ROW " + far + " regularFile "));
            }
        }
    }

    private static List<String> command(String probe, String script, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of("python3", GoldenProc.resource("descriptors/" + script).toString()));
        command.addAll(arguments);
        command.addAll(ForkedProcess.java(Natives.flags(probe), ScanMain.class, "/proc"));
        return command;
    }
}
