package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Which unix-domain sockets are connected, whoever is at their other end. Needs python3. */
class UnixPeersTest {
    private static final List<String> OTHER_PID_NAMESPACE =
            List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");

    private static final String[] STATES = {
        "stream-listening UNIX_LISTENING",
        "stream-connected UNIX_CONNECTED",
        "stream-accepted UNIX_CONNECTED",
        "stream-shut-here UNIX_CONNECTED",
        "stream-shut-there UNIX_CONNECTED",
        "stream-peer-closed UNIX_CONNECTED",
        "stream-pair-0 UNIX_CONNECTED",
        "stream-pair-1 UNIX_CONNECTED",
        "stream-unbound UNIX_UNCONNECTED",
        "stream-bound UNIX_UNCONNECTED",
        "stream-refused UNIX_UNCONNECTED",
        "seqpacket-listening UNIX_LISTENING",
        "seqpacket-connected UNIX_CONNECTED",
        "seqpacket-accepted UNIX_CONNECTED",
        "seqpacket-shut-here UNIX_CONNECTED",
        "seqpacket-shut-there UNIX_CONNECTED",
        "seqpacket-peer-closed UNIX_CONNECTED",
        "seqpacket-pair-0 UNIX_CONNECTED",
        "seqpacket-pair-1 UNIX_CONNECTED",
        "seqpacket-unbound UNIX_UNCONNECTED",
        "seqpacket-bound UNIX_UNCONNECTED",
        "seqpacket-refused UNIX_UNCONNECTED",
        "dgram-connected UNIX_CONNECTED",
        "dgram-bound UNIX_UNCONNECTED",
        "dgram-pair-0 UNIX_CONNECTED",
        "dgram-pair-1 UNIX_CONNECTED",
        "dgram-unbound UNIX_UNCONNECTED",
    };

    @TempDir
    Path folder;

    static Stream<String> natives() {
        return Natives.here();
    }

    @ParameterizedTest
    @MethodSource("natives")
    void connectedIsWhatHasAnotherEnd(String probe) throws IOException {
        assertThat(states(probe, List.of())).containsExactly(STATES);
    }

    /** A container that talks to a socket of its host's. */
    @ParameterizedTest
    @MethodSource("natives")
    void otherEndCountsThoughNobodyHereSeesItsProcess(String probe) throws IOException {
        assumeTrue(Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "takes root");
        assertThat(states(probe, OTHER_PID_NAMESPACE)).containsExactly(STATES);
    }

    private List<String> states(String probe, List<String> launcher) throws IOException {
        String script = GoldenProc.resource("descriptors/unix_peers.py").toString();
        List<String> command = new ArrayList<>(List.of("python3", script, folder.toString()));
        command.addAll(launcher);
        command.addAll(ForkedProcess.java(Natives.flags(probe), ScanMain.class, "/proc"));
        try (ForkedProcess scanning = ForkedProcess.start(command)) {
            List<String> made = scanning.until("READY");
            scanning.send("scan");
            List<String> scan = scanning.until("END");
            assertThat(scan).contains("PROBE " + probe, "FAULTS {}");
            return made.stream()
                    .filter(line -> line.startsWith("MADE "))
                    .map(line -> line.split(" ", -1))
                    .map(words -> words[2] + " " + state(scan, words[1]))
                    .toList();
        }
    }

    private static String state(List<String> scan, String fd) {
        return scan.stream()
                .filter(line -> line.startsWith("ROW " + fd + " "))
                .map(line -> line.split(" ", -1)[5])
                .findFirst()
                .orElse("-");
    }
}
