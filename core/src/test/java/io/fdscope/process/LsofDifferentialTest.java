package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.fixture.LsofRow;
import io.fdscope.fixture.Natives;
import io.fdscope.fixture.ScanMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our table of a real process against {@code lsof}, row by row. A Python helper makes what Java cannot and becomes the
 * JVM that scans itself. Needs python3, lsof, nsenter and root; without them it fails and says which is missing.
 */
class LsofDifferentialTest {
    private static final int LEAST_KINDS = 60;

    /** What lsof calls unidentified and native probes know better, by name: the state that they tell. */
    private static final Map<String, String> KNOWN_BETTER = Map.of(
            "udp-unbound", "UDP_UNBOUND",
            "udp6-unbound", "UDP_UNBOUND",
            "udplite-unbound", "UDP_UNBOUND",
            "foreign-listen", "LISTEN",
            "foreign-connected", "ESTABLISHED",
            "foreign-accepted", "ESTABLISHED");

    private static final Set<String> UNLISTED = Set.of("UNIDENTIFIED", "UDP_UNBOUND");
    private static final int FOREIGN = 3;

    static Stream<String> probes() {
        return Natives.all();
    }

    static Stream<String> natives() {
        return Natives.here();
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("probes")
    void everyRowIsWhatLsofSays(String probe) throws IOException {
        try (ForkedProcess scanning = start(probe)) {
            List<String> made = scanning.until("READY");
            scanning.send("scan");
            List<String> ours = scanning.until("END");
            List<LsofRow> lsof = lsof(scanning.pid(), made);
            scanning.send("scan");
            assertThat(scanning.until("END"))
                    .as("a quiet process looks the same again")
                    .isEqualTo(ours);

            assertThat(ours).contains("PROBE " + probe);
            Map<Integer, String> expected = withoutOwn(lsof);
            List<Integer> better = knownBetter(probe, made);
            better.forEach(fd -> expected.computeIfPresent(fd, (key, row) -> row.replace(" unidentified", "")));
            Map<Integer, String> table = table(ours);
            lsof.stream().filter(row -> !row.isTold()).forEach(row -> table.remove(row.fd()));
            assertThat(table).isEqualTo(expected);
            assertThat(states(ours)).containsAllEntriesOf(expectedStates(probe, made));
            assertThat(kinds(ours)).containsAllEntriesOf(expectedKinds(made));
            Map<Integer, String> tcp = tcpStates(ours);
            tcp.values().removeIf("UNIDENTIFIED"::equals);
            better.forEach(tcp::remove);
            assertThat(tcp).isEqualTo(tcpStatesOf(lsof));
            assertThat(ours).contains("FOREIGN " + (probe.equals("ffm") ? FOREIGN : -1));
            assertThat(ours).contains("FAULTS {}", "KNOWN true true", "VANISHED 0");
        }
    }

    @ParameterizedTest
    @MethodSource("natives")
    void aCauseIsHintedAtForEverySocketThatNoTableLists(String probe) throws IOException {
        boolean counters = probe.equals("ffm");
        try (ForkedProcess scanning = start(probe)) {
            Map<String, Integer> made = numbers(scanning.until("READY"));
            scanning.send("scan");
            Map<Integer, String> causes = column(scanning.until("END"), "ROW ", 1, 7);

            assertThat(causes)
                    .containsEntry(made.get("tcp-never-bound"), "NEVER_CONNECTED_NOR_BOUND")
                    .containsEntry(made.get("tcp6-never-bound"), "NEVER_CONNECTED_NOR_BOUND")
                    .containsEntry(made.get("tcp-bound-only"), counters ? "CONNECT_FAILED_OR_BOUND_ONLY" : "BOUND_ONCE")
                    .containsEntry(
                            made.get("tcp-after-refusal"), counters ? "CONNECT_FAILED" : "CONNECT_FAILED_OR_RESET")
                    .containsEntry(made.get("tcp-after-rst"), counters ? "RESET" : "CONNECT_FAILED_OR_RESET")
                    .containsEntry(made.get("tcp-both-shut-first"), counters ? "CLOSED_BY_BOTH" : "BOUND_ONCE")
                    .containsEntry(made.get("tcp-both-shut-second"), counters ? "RESET_OR_CLOSED" : "BOUND_ONCE")
                    .containsEntry(made.get("tcp-shutdown-here"), "HALF_CLOSED")
                    .containsEntry(made.get("tcp-peer-closed"), "HALF_CLOSED")
                    .containsEntry(made.get("tcp-connected"), "UNKNOWN")
                    .containsEntry(made.get("udp-unbound"), "NEVER_BOUND")
                    .containsEntry(made.get("vsock"), "NOT_LISTED")
                    .containsEntry(made.get("foreign-connected"), counters ? "OTHER_NAMESPACE" : "UNKNOWN");
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void ownDescriptorsAreExactlyTheDifference(String probe) throws IOException {
        try (ForkedProcess scanning = start(probe)) {
            List<String> made = scanning.until("READY");
            scanning.send("scan");
            List<String> ours = scanning.until("END");
            List<LsofRow> missing = new ArrayList<>(lsof(scanning.pid(), made));
            int open = missing.size();
            missing.removeIf(row -> table(ours).containsKey(row.fd()));

            assertThat(ours).contains("OWN " + missing.size());
            assertThat(ours).anyMatch(line -> line.startsWith("OPEN " + open + " "));
            String self = "/proc/" + scanning.pid();
            assertThat(missing)
                    .isNotEmpty()
                    .allMatch(row -> row.name().startsWith(self + "/net/")
                            || row.name().equals(self + "/limits")
                            || row.name().equals(self + "/status")
                            || row.name().equals("/proc/sys/fs/file-nr"));
        }
    }

    private ForkedProcess start(String probe) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of("python3", GoldenProc.resource("descriptors/make.py").toString(), folder.toString()));
        command.addAll(ForkedProcess.java(Natives.flags(probe), ScanMain.class, "/proc"));
        return ForkedProcess.start(command);
    }

    private static List<LsofRow> lsof(long pid, List<String> made) throws IOException {
        assertThat(made.stream().filter(line -> line.startsWith("MADE ")))
                .as("kinds of descriptors, of %s", made)
                .hasSizeGreaterThanOrEqualTo(LEAST_KINDS);
        List<String> command = new ArrayList<>();
        if (made.stream().noneMatch(line -> line.startsWith("LACKS network"))) {
            command.addAll(List.of("nsenter", "-t", Long.toString(pid), "-n", "--"));
        }
        command.addAll(LsofRow.COMMAND);
        command.addAll(List.of("-p", Long.toString(pid)));
        return LsofRow.parse(ForkedProcess.run(command.toArray(String[]::new)));
    }

    private static Map<Integer, String> table(List<String> ours) {
        return ours.stream()
                .filter(line -> line.startsWith("ROW "))
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(
                        row -> Integer.parseInt(row[1]),
                        row -> row[2] + " " + row[3] + (UNLISTED.contains(row[5]) ? " unidentified" : ""),
                        (a, b) -> a + " twice: " + b,
                        TreeMap::new));
    }

    private static Map<Integer, String> withoutOwn(List<LsofRow> lsof) {
        Map<Integer, String> table = new TreeMap<>();
        for (LsofRow row : lsof) {
            if (row.isTold() && !row.name().matches("/proc/(\\d+/(net/.*|limits|status)|sys/fs/file-nr)")) {
                table.put(row.fd(), row.kind() + " " + row.node() + (row.unidentified() ? " unidentified" : ""));
            }
        }
        return table;
    }

    private static Map<Integer, String> column(List<String> lines, String first, int key, int value) {
        return lines.stream()
                .filter(line -> line.startsWith(first))
                .map(line -> line.split(" ", -1))
                .filter(words -> !words[value].equals("-"))
                .collect(Collectors.toMap(words -> Integer.parseInt(words[key]), words -> words[value]));
    }

    private static Map<Integer, String> states(List<String> ours) {
        return column(ours, "ROW ", 1, 5);
    }

    private static Map<Integer, String> expectedStates(String probe, List<String> made) {
        Map<Integer, String> expected = column(made, "MADE ", 1, 3);
        if (!probe.equals("tables")) {
            Map<String, Integer> numbers = numbers(made);
            KNOWN_BETTER.forEach((name, state) -> expected.put(numbers.get(name), state));
        }
        if (probe.equals("jdk")) { // It cannot read a netlink socket's address.
            expected.put(numbers(made).get("netlink-unbound"), "OPEN");
        }
        return expected;
    }

    /** The numbers of which lsof says that they are unidentified, and a native probe that they are not. */
    private static List<Integer> knownBetter(String probe, List<String> made) {
        Map<String, Integer> numbers = numbers(made);
        return switch (probe) {
            case "tables" -> List.of();
            case "jdk" ->
                Stream.of("foreign-listen", "foreign-connected", "foreign-accepted", "netlink-unbound")
                        .map(numbers::get)
                        .toList();
            default ->
                Stream.of("foreign-listen", "foreign-connected", "foreign-accepted")
                        .map(numbers::get)
                        .toList();
        };
    }

    private static Map<String, Integer> numbers(List<String> made) {
        return made.stream()
                .filter(line -> line.startsWith("MADE "))
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[4], words -> Integer.parseInt(words[1])));
    }

    private static Map<Integer, String> kinds(List<String> ours) {
        return column(ours, "ROW ", 1, 2);
    }

    private static Map<Integer, String> expectedKinds(List<String> made) {
        return column(made, "MADE ", 1, 2);
    }

    private static Map<Integer, String> tcpStates(List<String> ours) {
        return states(ours.stream()
                .filter(line -> line.contains(" tcp") || line.contains(" mptcp"))
                .toList());
    }

    private static Map<Integer, String> tcpStatesOf(List<LsofRow> lsof) {
        return lsof.stream()
                .filter(row -> row.type().startsWith("IPv") && !row.state().isEmpty())
                .collect(Collectors.toMap(LsofRow::fd, LsofRow::state));
    }
}
