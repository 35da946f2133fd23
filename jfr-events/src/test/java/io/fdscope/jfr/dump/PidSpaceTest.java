package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PidSpaceTest {
    private static final String BOOT = "f80b2193-a682-40a1-b393-dcb9ae633169";

    @TempDir
    private Path temporary;

    private Path proc(String namespace, String boot) throws IOException {
        Path root = Files.createTempDirectory(temporary, "proc");
        Files.createDirectories(root.resolve("self/ns"));
        Files.createSymbolicLink(root.resolve("self/ns/pid"), Path.of(namespace));
        Files.createDirectories(root.resolve("sys/kernel/random"));
        Files.writeString(root.resolve("sys/kernel/random/boot_id"), boot + "\n");
        return root;
    }

    @Test
    void itIsCalledAfterTheNamespaceAndTheStartOfTheKernel() throws IOException {
        assertThat(PidSpace.read(proc("pid:[4026531836]", BOOT)).name()).isEqualTo("4026531836-" + BOOT);
    }

    /** Who is killed and started again with the same number finds what was left. */
    @Test
    void thisKernelTellsAndSaysTheSameAgain() {
        PidSpace space = PidSpace.read(Path.of("/proc"));
        assertThat(space.name()).matches("\\d+-[0-9a-f-]{36}");
        assertThat(PidSpace.read(Path.of("/proc"))).isEqualTo(space);
    }

    @ParameterizedTest
    @CsvSource({
        "pid:[4026531836], ''",
        "pid:[4026531836], ../../f80b2193-a682-40a1-b393-dcb9ae",
        "pid:[], " + BOOT,
        "pid:4026531836, " + BOOT
    })
    void whatTheKernelDoesNotTellIsDifferentEachTime(String namespace, String boot) throws IOException {
        Path root = proc(namespace, boot);
        String name = PidSpace.read(root).name();
        assertThat(name).matches("[0-9a-f]{1,16}");
        assertThat(PidSpace.read(root).name()).isNotEqualTo(name);
    }

    @Test
    void withoutItsFilesItIsDifferentEachTime() {
        String name = PidSpace.read(temporary).name();
        assertThat(name).matches("[0-9a-f]{1,16}");
        assertThat(PidSpace.read(temporary).name()).isNotEqualTo(name);
    }
}
