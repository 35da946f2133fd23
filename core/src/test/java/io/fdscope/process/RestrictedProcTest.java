package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.fixture.OneJar;
import io.fdscope.fixture.ScanMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of the user nobody under a {@code /proc} that hides things. Needs root, to become nobody and to mount. */
class RestrictedProcTest {
    private static final String NOBODY = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"";

    @TempDir
    Path folder;

    @BeforeEach
    void needsRoot() throws IOException {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "not root");
        open(folder, "rwxr-xr-x");
    }

    @Test
    void hiddenProcessesOfOthersChangeNothing() throws IOException {
        List<String> answer = scan("mount -t proc -o hidepid=2 proc /proc && " + NOBODY, javaCommand("/proc"));
        assertThat(answer)
                .contains("KNOWN true true", "UNIDENTIFIED 0", "FAULTS {}")
                .noneMatch(RestrictedProcTest::said);
    }

    @Test
    void procWithoutSystemFilesIsSaidOnceAndTheRestWorks() throws IOException {
        List<String> answer =
                scan("mount -t proc -o hidepid=2,subset=pid proc /proc && " + NOBODY, javaCommand("/proc"));
        assertThat(answer).contains("KNOWN true true", "UNIDENTIFIED 0", "FAULTS {}");
        assertThat(answer.stream().filter(RestrictedProcTest::said))
                .containsExactly("SAID cannot read /proc/sys/fs/file-nr: its figures stay unknown");
    }

    @Test
    void tableThatMayNotBeReadIsSaidOnceAndItsSocketsAreUnknownAndNotUnidentified() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        open(root.resolve("self/net/tcp"), "---------");
        List<String> answer = scan(NOBODY, javaCommand(root.toString()));
        assertThat(answer)
                .contains("KNOWN true false", "UNIDENTIFIED -1", "FAULTS {}")
                .contains("ROW 4 socket 386448 unknown UNKNOWN ->")
                .contains("ROW 5 socket 386449 tcp6 ESTABLISHED 127.0.0.1:48451->127.0.0.1:56312");
        assertThat(answer.stream().filter(RestrictedProcTest::said))
                .containsExactly(
                        "SAID cannot read " + root + "/self/net/tcp: how many sockets are unidentified stays unknown");
    }

    @Test
    void folderThatMayNotBeLookedIntoIsSaidOnceAndItsCountsAreUnknown() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        open(root.resolve("self/fd"), "---------");
        List<String> answer = scan(NOBODY, javaCommand(root.toString()));
        assertThat(answer).contains("KNOWN false false", "UNIDENTIFIED -1", "OWN 0", "FAULTS {}");
        assertThat(answer).noneMatch(line -> line.startsWith("ROW "));
        assertThat(answer.stream().filter(RestrictedProcTest::said))
                .containsExactly("SAID cannot look into " + root + "/self/fd (java.nio.file.AccessDeniedException: "
                        + root + "/self/fd/0): kinds and states of descriptors stay unknown");
        assertThat(answer).as("the limit is read all the same").anyMatch(line -> line.matches("OPEN \\d+ 20000"));
    }

    private List<String> scan(String script, List<String> command) throws IOException {
        try (ForkedProcess process = start(script, command)) {
            List<String> answer = new ArrayList<>(process.until("READY"));
            process.send("scan");
            answer.addAll(process.until("END"));
            return answer;
        }
    }

    private static ForkedProcess start(String script, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", script, "sh"));
        whole.addAll(command);
        return ForkedProcess.start(whole);
    }

    private List<String> javaCommand(String procRoot) throws IOException {
        Path jar = OneJar.in(folder);
        open(jar, "rw-r--r--");
        return ForkedProcess.java(jar.toString(), List.of(), ScanMain.class, procRoot);
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static boolean said(String line) {
        return line.startsWith("SAID ");
    }
}
