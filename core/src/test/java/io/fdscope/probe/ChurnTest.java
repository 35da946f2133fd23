package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ChurnMain;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.fixture.LsofRow;
import io.fdscope.fixture.Natives;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sockets that come and go by the thousand, none of which is leaked: whoever calls one unidentified is wrong. How often
 * {@code lsof} is, under the same load, is in the report of this test. Needs python3, lsof, nsenter and root.
 */
class ChurnTest {
    private static final int SCANS = 100;
    private static final int LSOFS = 5;
    /** So that the tables are long, as on a busy server, but not for a minute beyond this test. */
    private static final String MOST_LINGERING = "1000";

    static Stream<String> probes() {
        return Natives.all();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void noSocketIsFalselyCalledUnidentified(String probe) throws IOException {
        try (ForkedProcess churning = start(probe)) {
            churning.until("READY");
            List<List<String>> scans = new ArrayList<>();
            for (int i = 0; i < SCANS; i++) {
                churning.send("scan");
                scans.add(churning.until("END"));
            }
            List<Long> connections = figures(scans, "CONNECTIONS ");
            long during = connections.get(SCANS - 1) - connections.get(0);
            List<Long> lsof = lsof(churning);
            System.out.println(probe + ": " + during + " connections during " + SCANS + " scans, false "
                    + sum(scans, "UNIDENTIFIED ") + "; lsof, look by look, false " + lsof);

            assertThat(during).as("connections").isGreaterThanOrEqualTo((SCANS - 1) * ChurnMain.PACE);
            assertThat(scans).allMatch(said -> said.containsAll(List.of("PROBE " + probe, "FAULTS {}")));
            assertThat(figures(scans, "SEEN ")).allMatch(sockets -> sockets >= ChurnMain.LASTING);
            assertThat(sum(scans, "UNIDENTIFIED ")).as("called so by a scan").isZero();
            assertThat(sum(scans, "LATE ")).as("called so by a completed row").isZero();
        }
    }

    private static ForkedProcess start(String probe) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("python3", GoldenProc.resource("descriptors/network.py").toString(), MOST_LINGERING));
        command.addAll(ForkedProcess.java(Natives.flags(probe), ChurnMain.class));
        return ForkedProcess.start(command);
    }

    /** How many it calls unidentified, look by look. */
    private static List<Long> lsof(ForkedProcess churning) throws IOException {
        String pid = Long.toString(churning.pid());
        List<String> command = new ArrayList<>(List.of("nsenter", "-t", pid, "-n", "--"));
        command.addAll(LsofRow.COMMAND);
        command.addAll(List.of("-p", pid));
        List<Long> unidentified = new ArrayList<>();
        for (int i = 0; i < LSOFS; i++) {
            churning.send("wait");
            churning.until("END");
            List<LsofRow> rows = LsofRow.parse(ForkedProcess.run(command.toArray(String[]::new)));
            assertThat(rows).hasSizeGreaterThanOrEqualTo(ChurnMain.LASTING);
            unidentified.add(rows.stream().filter(LsofRow::unidentified).count());
        }
        return unidentified;
    }

    private static List<Long> figures(List<List<String>> scans, String key) {
        return scans.stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith(key))
                .map(line -> Long.parseLong(line.substring(key.length())))
                .toList();
    }

    private static long sum(List<List<String>> scans, String key) {
        return figures(scans, key).stream().mapToLong(Long::longValue).sum();
    }
}
