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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JVM that holds one descriptor of every kind and socket state and scans itself. A Python helper makes what Java cannot,
 * in a network of its own, and becomes the JVM. Needs python3, lsof, nsenter and root; without them it fails and says which
 * is missing.
 */
final class MadeProcess implements AutoCloseable {
    private static final int LEAST_KINDS = 60;
    private static final int QUIET_WITHIN = 5;

    private final ForkedProcess process;
    private final List<String> made;

    private MadeProcess(ForkedProcess process) {
        this.process = process;
        this.made = process.until("READY");
        assertThat(made.stream().filter(line -> line.startsWith("MADE ")))
                .as("kinds of descriptors, of %s", made)
                .hasSizeGreaterThanOrEqualTo(LEAST_KINDS);
    }

    static MadeProcess start(String probe, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of("python3", GoldenProc.resource("descriptors/make.py").toString(), folder.toString()));
        command.addAll(ForkedProcess.java(Natives.flags(probe), ScanMain.class, "/proc"));
        return new MadeProcess(ForkedProcess.start(command));
    }

    long pid() {
        return process.pid();
    }

    /** Lines of {@code MADE fd kind state name}. */
    List<String> made() {
        return made;
    }

    /** Descriptor numbers by name. */
    Map<String, Integer> numbers() {
        return made.stream()
                .filter(line -> line.startsWith("MADE "))
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[4], words -> Integer.parseInt(words[1])));
    }

    List<String> scan() throws IOException {
        process.send("scan");
        return process.until("END");
    }

    /** What our scan and lsof say of the same moment. */
    record Quiet(List<String> ours, List<LsofRow> lsof) {}

    /**
     * A JVM opens a file of its own now and then. So a moment counts when a scan before lsof and one after it agree and
     * nothing has vanished from either; such a moment must come soon. What was made for the test looks the same to every
     * scan.
     */
    Quiet quiet() throws IOException {
        List<String> before = scan();
        List<String> first = rows(before);
        for (int i = 0; i < QUIET_WITHIN; i++) {
            List<LsofRow> lsof = lsof();
            List<String> after = scan();
            assertThat(rows(after)).isEqualTo(first);
            if (after.equals(before) && after.contains("VANISHED 0")) {
                return new Quiet(after, lsof);
            }
            before = after;
        }
        throw new AssertionError(
                "no two scans of a quiet process agree that nothing vanished; the last says " + before);
    }

    private List<String> rows(List<String> ours) {
        Collection<Integer> numbers = numbers().values();
        return ours.stream()
                .filter(line -> line.startsWith("ROW "))
                .filter(line -> numbers.contains(Integer.parseInt(line.split(" ", 3)[1])))
                .toList();
    }

    private List<LsofRow> lsof() throws IOException {
        String pid = Long.toString(pid());
        List<String> command = new ArrayList<>(List.of("nsenter", "-t", pid, "-n", "--"));
        command.addAll(LsofRow.COMMAND);
        command.addAll(List.of("-p", pid));
        return LsofRow.parse(ForkedProcess.run(command.toArray(String[]::new)));
    }

    @Override
    public void close() {
        process.close();
    }
}
