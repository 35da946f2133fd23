package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fdscope.fault.Faults;
import io.fdscope.fixture.GoldenProc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the files: a value, never an exception, never an endless loop. The seed is in the test's name. */
class RandomTextTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomBytesGiveValues(long seed) throws IOException {
        Random random = new Random(seed);
        Path root = GoldenProc.unpack("linux-6.18", folder);
        for (Path file : files(root)) {
            byte[] bytes = new byte[random.nextInt(60_000)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
        }
        assertTimeoutPreemptively(DEADLINE, () -> readAll(root));
    }

    /** Text of the kernel's with bytes changed, left out and doubled gets further into the parsers than noise does. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void damagedTextGivesValues(long seed) throws IOException {
        Random random = new Random(seed);
        Path root = GoldenProc.unpack("linux-6.18", folder);
        for (Path file : files(root)) {
            Files.write(file, damage(Files.readAllBytes(file), random));
        }
        assertTimeoutPreemptively(DEADLINE, () -> readAll(root));
    }

    private static byte[] damage(byte[] text, Random random) {
        byte[] damaged = text.clone();
        for (int i = 0; i < 1 + text.length / 40; i++) {
            if (text.length > 0) {
                damaged[random.nextInt(text.length)] = (byte) " \n0:Ff9\t-\0x".charAt(random.nextInt(11));
            }
        }
        return Arrays.copyOf(damaged, random.nextInt(text.length + 1));
    }

    private static void readAll(Path root) throws IOException {
        Faults faults = new Faults();
        OwnFiles own = new OwnFiles();
        try (ProcessFigures figures = new ProcessFigures(root, () -> 1, own, faults);
                SocketTables tables = new SocketTables(root.resolve("self/net"), own);
                TableSize size = new TableSize(root.resolve("self"), own)) {
            Reading reading = figures.read();
            assertThat(reading.limits().soft()).isGreaterThanOrEqualTo(Reading.UNKNOWN);
            assertThat(reading.systemFiles().open()).isGreaterThanOrEqualTo(Reading.UNKNOWN);
            assertThat(reading.sockets().used()).isGreaterThanOrEqualTo(Reading.UNKNOWN);
            assertThat(size.read()).isGreaterThanOrEqualTo(Reading.UNKNOWN);
            tables.read(row -> {
                assertThat(row.inode()).isNotNegative();
                assertThat(row.state()).isNotNull();
                assertThat(row.ends().localPort).isBetween(0, 65_535);
                assertThat(row.ends().remotePort).isBetween(0, 65_535);
            });
        }
        assertThat(faults.byKind()).isEmpty();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !path.endsWith("ABOUT"))
                    .toList();
        }
    }
}
