package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Path file(String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void isTheFirstLineOfAFile() throws Exception {
        assertThat(Password.ofFile(file("gr\u00fcn geheim \nmore\n", "rw-------"), warnings::add)
                        .text())
                .isEqualTo("gr\u00fcn geheim ");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatOthersMayReadIsReadAndTold() throws Exception {
        Path file = file("secret", "rw----r--");

        assertThat(Password.ofFile(file, warnings::add).text()).isEqualTo("secret");
        assertThat(warnings).containsExactly("others may read or change " + file + ": chmod 600 " + file);
    }

    @Test
    void noPasswordIsOneLine() throws IOException {
        Path empty = file("\nsecret", "rw-------");

        assertThatThrownBy(() -> Password.ofFile(empty, warnings::add))
                .isInstanceOf(UserError.class)
                .hasMessage("the first line of " + empty + " is empty: it is to be the password");
        assertThatThrownBy(() -> Password.ofFile(folder.resolve("none"), warnings::add))
                .hasMessage("there is no file " + folder.resolve("none"));
        assertThatThrownBy(() -> Password.ofFile(folder, warnings::add))
                .hasMessage("cannot read " + folder + ": Is a directory");
    }

    @Test
    void staysOutOfTexts() {
        assertThat(new Password("secret").toString() + new Login("me", "secret"))
                .isEqualTo("a passworduser me");
    }
}
