package io.fdscope.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code mvn -Psoak verify}: properties {@code soak.rounds} (20), {@code soak.without} fdscope (as many),
 * {@code soak.seconds} at exhaustion (120) and {@code soak.kinds}, as threads and milliseconds {@code 1/0,16/5}. Each line goes to {@code target/soak.md}.
 */
@Tag("soak")
class GuardSoak {
    private static final int ROUNDS = Integer.getInteger("soak.rounds", 20);
    private static final int ROUNDS_WITHOUT = Integer.getInteger("soak.without", ROUNDS);
    private static final long SECONDS = Long.getLong("soak.seconds", 120);
    /** Of the runs without fdscope: when a chunk is wanted, a descriptor may just have become free. */
    private static final double LEAST_ABORTED = 0.9;
    /** Of the events: none by what is promised, as long as what comes in memory mode fits 10 MB. */
    private static final double MOST_LOST = 0;

    private static final Path TABLE = Path.of("target", "soak.md");

    @TempDir
    private Path temporary;

    static Stream<SoakKind> kinds() {
        return Stream.of(System.getProperty("soak.kinds", "1/0,4/0,16/0,1/5,4/5,16/20")
                        .split(","))
                .map(kind -> kind.split("/"))
                .map(kind -> new SoakKind(Integer.parseInt(kind[0]), Long.parseLong(kind[1]), SECONDS));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theJvmSurvivesWithFdscopeAndIsAbortedWithout(SoakKind kind) throws Exception {
        List<SoakRun> with = new ArrayList<>();
        List<SoakRun> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            with.add(run(kind, true, round));
            if (round < ROUNDS_WITHOUT) {
                without.add(run(kind, false, round));
            }
        }
        write(kind, with, without);
        assertThat(with)
                .allMatch(SoakRun::isSurvived)
                .allMatch(SoakRun::isExhausted)
                .allMatch(SoakRun::isTidy);
        assertThat(with).allMatch(run -> run.lost() <= run.committed() * MOST_LOST);
        assertThat(without.stream().filter(SoakRun::isAborted).count())
                .isGreaterThanOrEqualTo((long) Math.ceil(ROUNDS_WITHOUT * LEAST_ABORTED));
    }

    private SoakRun run(SoakKind kind, boolean withFdscope, int round) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(temporary.resolve((withFdscope ? "with-" : "without-") + round));
        SoakRun run = SoakRun.of(kind, withFdscope, folder);
        System.out.println(kind + (withFdscope ? " with: " : " without: ") + run);
        return run;
    }

    private static void write(SoakKind kind, List<SoakRun> with, List<SoakRun> without) throws IOException {
        long survived = with.stream().filter(SoakRun::isSurvived).count();
        long aborted = without.stream().filter(SoakRun::isAborted).count();
        long committed = with.stream().mapToLong(SoakRun::committed).sum();
        long lost = with.stream()
                .filter(SoakRun::isSurvived)
                .mapToLong(SoakRun::lost)
                .sum();
        String line = "| %s | %s | %d s | %d of %d | %d of %d | %,d of %,d |%n"
                .formatted(
                        Runtime.version(),
                        kind,
                        kind.seconds(),
                        survived,
                        with.size(),
                        aborted,
                        without.size(),
                        lost,
                        committed);
        Files.writeString(TABLE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
