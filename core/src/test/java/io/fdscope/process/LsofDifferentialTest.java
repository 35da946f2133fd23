package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.LsofRow;
import io.fdscope.fixture.Natives;
import io.fdscope.process.MadeProcess.Quiet;
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

/** Our table of a real process against {@code lsof}, row by row. */
class LsofDifferentialTest {
    /** What lsof calls unidentified too, and native probes know more of, by name: the state that they tell. */
    private static final Map<String, String> TOLD_APART = Map.of(
            "udp-unbound", "UDP_UNBOUND",
            "udp6-unbound", "UDP_UNBOUND",
            "udplite-unbound", "UDP_UNBOUND",
            "foreign-udp-unbound", "UDP_UNBOUND");

    /** What lsof calls unidentified because it belongs to another network, and what it is. */
    private static final Map<String, String> OF_ANOTHER_NETWORK = Map.of(
            "foreign-listen", "LISTEN",
            "foreign-connected", "ESTABLISHED",
            "foreign-accepted", "ESTABLISHED",
            "foreign-peer-closed", "CLOSE_WAIT",
            "foreign-udp-bound", "UDP_BOUND",
            "foreign-unix", "UNIX_LISTENING");

    private static final Set<String> UNLISTED = Set.of("UNIDENTIFIED", "UDP_UNBOUND");

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
        try (MadeProcess scanning = MadeProcess.start(probe, folder)) {
            Quiet quiet = scanning.quiet();
            List<String> ours = quiet.ours();
            List<LsofRow> lsof = quiet.lsof();

            assertThat(ours).contains("PROBE " + probe);
            Map<Integer, String> expected = withoutOwn(lsof);
            List<Integer> better = knownBetter(probe, scanning.numbers());
            better.forEach(fd -> expected.computeIfPresent(fd, (key, row) -> row.replace(" unidentified", "")));
            Map<Integer, String> table = table(ours);
            lsof.stream().filter(row -> !row.isTold()).forEach(row -> table.remove(row.fd()));
            assertThat(table).isEqualTo(expected);
            assertThat(states(ours)).containsAllEntriesOf(expectedStates(probe, scanning));
            assertThat(kinds(ours)).containsAllEntriesOf(expectedKinds(scanning.made()));
            Map<Integer, String> tcp = tcpStates(ours);
            tcp.values().removeIf("UNIDENTIFIED"::equals);
            better.forEach(tcp::remove);
            assertThat(tcp).isEqualTo(tcpStatesOf(lsof));
            assertThat(ours).contains("FAULTS {}", "KNOWN true true");
        }
    }

    /** To lsof and the tables all of them are unidentified, to the native probes only what no table would list at home. */
    @ParameterizedTest
    @MethodSource("probes")
    void socketsOfAnotherNetworkAreToldApartFromTheUnidentified(String probe) throws IOException {
        try (MadeProcess scanning = MadeProcess.start(probe, folder)) {
            Quiet quiet = scanning.quiet();
            Map<String, Integer> foreign = scanning.numbers();
            foreign.keySet().removeIf(name -> !name.startsWith("foreign-"));
            Map<Integer, String> states = states(quiet.ours());
            states.keySet().retainAll(foreign.values());

            assertThat(foreign.keySet()).containsAll(OF_ANOTHER_NETWORK.keySet());
            assertThat(quiet.lsof().stream()
                            .filter(row -> foreign.containsValue(row.fd()))
                            .filter(LsofRow::unidentified))
                    .as("lsof knows none")
                    .hasSameSizeAs(foreign.keySet());
            assertThat(quiet.ours()).contains("FOREIGN " + (probe.equals("ffm") ? foreign.size() : -1));
            assertThat(states.values().stream().filter(UNLISTED::contains))
                    .hasSize(probe.equals("tables") ? foreign.size() : 2);
        }
    }

    @ParameterizedTest
    @MethodSource("natives")
    void aCauseIsHintedAtForEverySocketThatNoTableLists(String probe) throws IOException {
        boolean counters = probe.equals("ffm");
        try (MadeProcess scanning = MadeProcess.start(probe, folder)) {
            Map<String, Integer> made = scanning.numbers();
            Map<Integer, String> causes = column(scanning.scan(), "ROW ", 1, 7);

            assertThat(causes)
                    .containsEntry(made.get("tcp-never-bound"), "NEVER_CONNECTED_NOR_BOUND")
                    .containsEntry(made.get("tcp6-never-bound"), "NEVER_CONNECTED_NOR_BOUND")
                    .containsEntry(made.get("tcp-bound-only"), counters ? "CONNECT_FAILED_OR_BOUND_ONLY" : "BOUND_ONCE")
                    .containsEntry(
                            made.get("tcp-after-refusal"), counters ? "CONNECT_FAILED" : "CONNECT_FAILED_OR_RESET")
                    .containsEntry(made.get("tcp-after-rst"), counters ? "RESET" : "CONNECT_FAILED_OR_RESET")
                    .containsEntry(made.get("tcp-both-shut-first"), counters ? "CLOSED_AFTER_SHUTDOWN" : "BOUND_ONCE")
                    .containsEntry(made.get("tcp-both-shut-second"), counters ? "RESET_OR_CLOSED" : "BOUND_ONCE")
                    .containsEntry(made.get("tcp-shutdown-here"), "HALF_CLOSED")
                    .containsEntry(made.get("tcp-peer-closed"), "HALF_CLOSED")
                    .containsEntry(made.get("tcp-connected"), "UNKNOWN")
                    .containsEntry(made.get("udp-unbound"), "NEVER_BOUND")
                    .containsEntry(made.get("vsock"), "NOT_LISTED")
                    .containsEntry(made.get("foreign-connected"), counters ? "OTHER_NAMESPACE" : "UNKNOWN")
                    .containsEntry(made.get("foreign-peer-closed"), counters ? "OTHER_NAMESPACE" : "HALF_CLOSED");
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void ownDescriptorsAreExactlyTheDifference(String probe) throws IOException {
        try (MadeProcess scanning = MadeProcess.start(probe, folder)) {
            Quiet quiet = scanning.quiet();
            List<String> ours = quiet.ours();
            List<LsofRow> missing = new ArrayList<>(quiet.lsof());
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

    private static Map<Integer, String> expectedStates(String probe, MadeProcess scanning) {
        Map<String, Integer> numbers = scanning.numbers();
        Map<Integer, String> expected = column(scanning.made(), "MADE ", 1, 3);
        if (!probe.equals("tables")) {
            TOLD_APART.forEach((name, state) -> expected.put(numbers.get(name), state));
            OF_ANOTHER_NETWORK.forEach((name, state) -> expected.put(numbers.get(name), state));
        }
        if (probe.equals("jdk")) { // It cannot read a netlink socket's address.
            expected.put(numbers.get("netlink-unbound"), "OPEN");
        }
        return expected;
    }

    /** The numbers of which lsof says that they are unidentified, and a native probe that they are not. */
    private static List<Integer> knownBetter(String probe, Map<String, Integer> numbers) {
        List<Integer> better = new ArrayList<>();
        if (!probe.equals("tables")) {
            OF_ANOTHER_NETWORK.keySet().forEach(name -> better.add(numbers.get(name)));
        }
        if (probe.equals("jdk")) {
            better.add(numbers.get("netlink-unbound"));
        }
        return better;
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
