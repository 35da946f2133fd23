package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.blackbox.BlackBoxReader;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes in which something is short when the black box is to be made, two seconds after main has begun. */
class LateBlackBoxIT {
    private static final int LIMIT = 300;

    @TempDir
    private Path temporary;

    private String tmp() {
        return "-Djava.io.tmpdir=" + temporary;
    }

    private Path file(ForkedProcess host) {
        return temporary.resolve("fdscope_" + System.getProperty("user.name") + "/" + host.pid());
    }

    private void awaitFigures(ForkedProcess host) {
        Await.until("the black box shows a sample", () -> Files.exists(file(host)) && softLimit(host) == LIMIT);
    }

    private long softLimit(ForkedProcess host) {
        try {
            return BlackBoxReader.read(file(host)).figures().get("softLimit").longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withNeitherDescriptorNorReserveItComesOnceThereIsRoom() throws IOException {
        try (ForkedProcess host = AgentHost.limited(LIMIT, "reserve=0,scan=1h", tmp())) {
            host.await("main runs");
            Await.until("it samples", () -> heldOnLimits(host) > 0);
            host.send("exhaust");
            assertThat(host.await("no black box"))
                    .isEqualTo("fdscope: no black box: no descriptor is left; it is tried again, and the MXBean and the"
                            + " events work without it");

            host.send("free");
            assertThat(host.await("there is a black box"))
                    .isEqualTo("fdscope: there is a black box now: " + file(host));
            awaitFigures(host);
        }
    }

    @Test
    void withNoDescriptorLeftTheReserveHelpsOut() throws IOException {
        try (ForkedProcess host = AgentHost.limited(LIMIT, "scan=1h", tmp())) {
            host.await("main runs");
            Await.until("the reserve is held", () -> heldOnLimits(host) > 16);
            host.send("exhaust");
            host.await("exhausted with");

            awaitFigures(host);
            assertThat(host.heard()).noneMatch(line -> line.contains("no black box"));
            Await.until("the reserve is whole again", () -> heldOnLimits(host) > 16);
        }
    }

    /** Room for what a native probe takes and for the host's own output, not for a write of the whole file. */
    @Test
    void itTakesNoDirectMemory() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("", tmp(), "-XX:MaxDirectMemorySize=32768")) {
            Await.until("there is a black box", () -> Files.exists(file(host)));
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(host.heard()).noneMatch(line -> line.contains("no black box"));
        }
    }

    /** One is for sampling, and each of the reserve is one more. */
    private static long heldOnLimits(ForkedProcess host) {
        try (Stream<Path> numbers = Files.list(Path.of("/proc", Long.toString(host.pid()), "fd"))) {
            return numbers.filter(number -> target(number).endsWith("/limits")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path number) {
        try {
            return Files.readSymbolicLink(number).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
