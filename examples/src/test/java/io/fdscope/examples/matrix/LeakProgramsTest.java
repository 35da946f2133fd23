package io.fdscope.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.LsofRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.example.leak.CollectedSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs alone, judged by lsof: each loses what it says, and in no other state. */
final class LeakProgramsTest {
    private static final int ENOUGH = 12;

    /** Connections that programs with a server of their own keep to it. */
    private static final int OTHERS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fdscope.examples.matrix.LeakKind#possible")
    @Execution(ExecutionMode.CONCURRENT)
    void losesAsManySocketsAsItTells(LeakKind kind) throws Exception {
        try (Peer peer = kind.peer(folder);
                Program program = Program.run(folder, List.of(), kind.program(), peer.address())) {
            Set<Integer> before = numbers(program);
            long tally = lose(program);
            Await.until(tally + " sockets " + kind.shown(), () -> fitting(program, before, kind) == tally);
            assertThat(opened(program, before)).hasSizeBetween((int) tally, (int) tally + OTHERS);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatIsCollectedIsClosed() throws Exception {
        try (Program program = Program.run(folder, List.of(), CollectedSockets.class, "")) {
            Set<Integer> before = numbers(program);
            long tally = lose(program);
            assertThat(tally).isGreaterThanOrEqualTo(ENOUGH);
            assertThat(opened(program, before)).hasSizeLessThan(ENOUGH);
        }
    }

    private static long lose(Program program) throws IOException {
        program.start();
        while (program.awaitTick() < ENOUGH) {
            // The next tick has a higher tally.
        }
        return program.stop();
    }

    private static long fitting(Program program, Set<Integer> before, LeakKind kind) {
        return opened(program, before).stream().filter(kind.shown()::fits).count();
    }

    private static Set<Integer> numbers(Program program) {
        return sockets(program).stream().map(LsofRow::fd).collect(Collectors.toSet());
    }

    private static List<LsofRow> opened(Program program, Set<Integer> before) {
        return sockets(program).stream()
                .filter(row -> !before.contains(row.fd()))
                .toList();
    }

    private static List<LsofRow> sockets(Program program) {
        List<String> command = new ArrayList<>(LsofRow.COMMAND);
        command.addAll(List.of("-p", Long.toString(program.pid())));
        try {
            return LsofRow.parse(ForkedProcess.run(command.toArray(String[]::new))).stream()
                    .filter(row -> row.kind().equals("socket"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
