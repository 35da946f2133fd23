package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachTargetTest {
    private static final String MAPPING = "7f2a1c000000-7f2a1d2f4000 r-xp 002b1000 08:01 1835021"
            + "                    /usr/lib/jvm/java-17-openjdk-amd64/lib/server/";

    @Test
    void aProcessThatMapsTheJvmIsOneAlsoWhenItsJdkHasBeenReplaced() {
        assertThat(AttachTarget.isOfJvm(MAPPING + "libjvm.so")).isTrue();
        assertThat(AttachTarget.isOfJvm(MAPPING + "libjvm.so (deleted)")).isTrue();
    }

    @Test
    void otherMappingsTellNothing() {
        assertThat(AttachTarget.isOfJvm(MAPPING + "libjsig.so")).isFalse();
        assertThat(AttachTarget.isOfJvm(MAPPING + "my-libjvm.so (deleted)")).isFalse();
    }

    @Test
    void openJ9IsKnownByALibraryThatNobodyElseHas() {
        assertThat(AttachTarget.isOfOpenJ9(MAPPING + "libj9vm29.so")).isTrue();
        assertThat(AttachTarget.isOfOpenJ9(MAPPING + "libj9vm29.so (deleted)")).isTrue();
        assertThat(AttachTarget.isOfOpenJ9(MAPPING + "libjvm.so")).isFalse();
        assertThat(AttachTarget.isOfOpenJ9(MAPPING + "libj9vm29.sock")).isFalse();
    }

    /** A program that has mapped a library of such a name. */
    @Test
    void anOpenJ9JvmIsLeftToItsOwnJava(@TempDir Path folder) throws Exception {
        Path library =
                Files.copy(Path.of(System.getProperty("java.home"), "lib/libjsig.so"), folder.resolve("libj9vm29.so"));
        try (ForkedProcess cat = ForkedProcess.start(List.of("env", "LD_PRELOAD=" + library, "cat"))) {
            cat.send("it runs");
            cat.await("it runs");
            AttachTarget target = new AttachTarget(cat.pid());

            assertThatThrownBy(() -> target.checkKind("OpenJDK 64-Bit Server VM"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("process " + cat.pid() + " is an OpenJ9 JVM: run this with its own java");
            target.checkKind("Eclipse OpenJ9 VM");
        }
    }

    @Test
    void oneOfOurOwnKindIsNotRefused() throws UserError {
        new AttachTarget(ProcessHandle.current().pid()).checkKind("OpenJDK 64-Bit Server VM");
    }

    @Test
    void aFileWhoseNameIsNoUtf8HidesNothingAfterIt(@TempDir Path folder) throws IOException {
        Path maps = Files.writeString(
                folder.resolve("maps"),
                MAPPING + "caf\u00e9.jar\n" + MAPPING + "libjvm.so\n",
                StandardCharsets.ISO_8859_1);

        assertThat(AttachTarget.anyLine(maps, AttachTarget::isOfJvm)).isTrue();
    }
}
