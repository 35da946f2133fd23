package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * A JVM of a user who is not root under a {@code /proc} that hides things. To mount one needs root; without it those tests
 * fail and say so.
 */
class RestrictedProcTest {
    private static final String NOBODY = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"";
    private static final String MYSELF = "exec \"$@\"";

    @TempDir
    Path folder;

    @BeforeEach
    void letOthersIn() throws IOException {
        open(folder, "rwxr-xr-x");
    }

    @Test
    void hiddenProcessesOfOthersChangeNothing() throws IOException {
        List<String> answer = scanMounted("hidepid=2");
        assertThat(answer)
                .contains("KNOWN true true", "UNIDENTIFIED 0", "FAULTS {}")
                .noneMatch(RestrictedProcTest::said);
    }

    @Test
    void procWithoutSystemFilesIsSaidOnceAndTheRestWorks() throws IOException {
        List<String> answer = scanMounted("hidepid=2,subset=pid");
        assertThat(answer).contains("KNOWN true true", "UNIDENTIFIED 0", "FAULTS {}");
        assertThat(answer.stream().filter(RestrictedProcTest::said))
                .containsExactly("SAID cannot read /proc/sys/fs/file-nr: its figures stay unknown");
    }

    @Test
    void tableThatMayNotBeReadIsSaidOnceAndItsSocketsAreUnknownAndNotUnidentified() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        open(root.resolve("self/net/tcp"), "---------");
        List<String> answer = scanCopy(root);
        assertThat(answer)
                .contains("KNOWN true false", "UNIDENTIFIED -1", "FAULTS {}")
                .contains("ROW 4 socket 386448 unknown UNKNOWN -> UNKNOWN")
                .contains("ROW 5 socket 386449 tcp6 ESTABLISHED 127.0.0.1:48451->127.0.0.1:56312 UNKNOWN");
        assertThat(answer.stream().filter(RestrictedProcTest::said))
                .containsExactly(
                        "SAID cannot read " + root + "/self/net/tcp: how many sockets are unidentified stays unknown");
    }

    @Test
    void folderThatMayNotBeLookedIntoIsSaidOnceAndItsCountsAreUnknown() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        open(root.resolve("self/fd"), "---------");
        List<String> answer = scanCopy(root);
        assertThat(answer).contains("KNOWN false false", "UNIDENTIFIED -1", "OWN 0", "FAULTS {}");
        assertThat(answer).noneMatch(line -> line.startsWith("ROW "));
        assertThat(answer.stream().filter(RestrictedProcTest::said))
                .containsExactly("SAID cannot look into " + root + "/self/fd (java.nio.file.AccessDeniedException: "
                        + root + "/self/fd/0): kinds and states of descriptors stay unknown");
        assertThat(answer).as("the limit is read all the same").anyMatch(line -> line.matches("OPEN \\d+ 20000"));
    }

    private List<String> scanMounted(String options) throws IOException {
        assertThat(isRoot()).as("is root, which is needed to mount /proc").isTrue();
        String script = "mount -t proc -o " + options + " proc /proc && " + NOBODY;
        return scan(List.of("unshare", "-m", "sh", "-c", script, "sh"), "/proc");
    }

    private List<String> scanCopy(Path root) throws IOException {
        return scan(List.of("sh", "-c", isRoot() ? NOBODY : MYSELF, "sh"), root.toString());
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private List<String> scan(List<String> launcher, String procRoot) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(javaCommand(procRoot));
        try (ForkedProcess process = ForkedProcess.start(command)) {
            List<String> answer = new ArrayList<>(process.until("READY"));
            process.send("scan");
            answer.addAll(process.until("END"));
            return answer;
        }
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
