package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.fixture.LsofRow;
import io.fdscope.fixture.ScanMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our table of a real process against {@code lsof}, row by row. A Python helper makes what Java cannot and becomes the
 * JVM that scans itself. Needs python3, lsof, nsenter and root; without them it fails and says which is missing.
 */
class LsofDifferentialTest {
    private static final int LEAST_KINDS = 60;

    @TempDir
    Path folder;

    @Test
    void everyRowIsWhatLsofSays() throws IOException {
        try (ForkedProcess scanning = start()) {
            List<String> made = scanning.until("READY");
            scanning.send("scan");
            List<String> ours = scanning.until("END");
            List<LsofRow> lsof = lsof(scanning.pid(), made);
            scanning.send("scan");
            assertThat(scanning.until("END"))
                    .as("a quiet process looks the same again")
                    .isEqualTo(ours);

            Map<Integer, String> expected = withoutOwn(lsof);
            Map<Integer, String> table = table(ours);
            lsof.stream().filter(row -> !row.isTold()).forEach(row -> table.remove(row.fd()));
            assertThat(table).isEqualTo(expected);
            assertThat(states(ours)).containsAllEntriesOf(expectedStates(made));
            assertThat(kinds(ours)).containsAllEntriesOf(expectedKinds(made));
            assertThat(tcpStates(ours)).isEqualTo(tcpStatesOf(lsof));
            assertThat(ours).contains("FAULTS {}", "KNOWN true true", "VANISHED 0");
        }
    }

    @Test
    void ownDescriptorsAreExactlyTheDifference() throws IOException {
        try (ForkedProcess scanning = start()) {
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

    private ForkedProcess start() throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of("python3", GoldenProc.resource("descriptors/make.py").toString(), folder.toString()));
        command.addAll(ForkedProcess.java(ScanMain.class, "/proc"));
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
                        row -> row[2] + " " + row[3] + (row[5].equals("UNIDENTIFIED") ? " unidentified" : ""),
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

    private static Map<Integer, String> expectedStates(List<String> made) {
        return column(made, "MADE ", 1, 3);
    }

    private static Map<Integer, String> kinds(List<String> ours) {
        return column(ours, "ROW ", 1, 2);
    }

    private static Map<Integer, String> expectedKinds(List<String> made) {
        return column(made, "MADE ", 1, 2);
    }

    private static Map<Integer, String> tcpStates(List<String> ours) {
        return states(ours.stream().filter(line -> line.contains(" tcp")).toList());
    }

    private static Map<Integer, String> tcpStatesOf(List<LsofRow> lsof) {
        return lsof.stream()
                .filter(row -> row.type().startsWith("IPv") && !row.state().isEmpty())
                .collect(Collectors.toMap(LsofRow::fd, LsofRow::state));
    }
}
