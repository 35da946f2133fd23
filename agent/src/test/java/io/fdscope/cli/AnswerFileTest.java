package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fdscope.order.Answer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The answer of this very process, and what somebody may put in its place. */
class AnswerFileTest {
    @TempDir
    private Path elsewhere;

    private AnswerFile file;

    @BeforeEach
    void make() throws IOException {
        file = AnswerFile.make(new AttachTarget(ProcessHandle.current().pid()));
    }

    @AfterEach
    void nothingIsLeft() {
        file.close();
        assertThat(file.insidePath().getParent()).doesNotExist();
    }

    private void assertRefused(String why) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(file::read)
                .withMessage("the answer " + why + ", so it is not read");
    }

    @Test
    void whatTheProcessWritesIsRead() throws IOException, UserError {
        assertThat(file.isThere()).isFalse();
        Answer.done("häufig").writeTo(file.insidePath());

        assertThat(file.isThere()).isTrue();
        assertThat(file.read()).isEqualTo("DONE\nhäufig");
    }

    @Test
    void aSymbolicLinkIsRefusedAndWhatItLeadsToStays() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "DONE\nsecret");
        Files.createSymbolicLink(file.insidePath(), secret);

        assertThat(file.isThere()).isTrue();
        assertRefused("is no regular file");
        file.close();
        assertThat(secret).exists();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFifoIsRefusedAtOnce() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", file.insidePath().toString())
                        .start()
                        .waitFor())
                .isZero();

        assertRefused("is no regular file");
    }

    @Test
    void anAnswerWithoutEndIsRefused() throws IOException {
        try (RandomAccessFile answer = new RandomAccessFile(file.insidePath().toFile(), "rw")) {
            answer.setLength(AnswerFile.MOST_BYTES + 1L); // a hole
        }

        assertRefused("is longer than 67108864 bytes");
    }

    @Test
    void theFileOfAnotherUserIsRefused() throws IOException {
        UserPrincipal nobody =
                elsewhere.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        assumeThat(Files.getOwner(elsewhere).getName()).isEqualTo("root");
        Answer.done("forged").writeTo(file.insidePath());
        Files.setOwner(file.insidePath(), nobody);

        assertRefused("belongs to nobody, not to root");
    }

    @Test
    void aFolderInThePlaceOfOursIsNeitherReadNorRemoved() throws IOException {
        Path folder = file.insidePath().getParent();
        Path moved = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-moved"));
        Files.writeString(elsewhere.resolve("answer"), "DONE\nforged");
        Files.createSymbolicLink(folder, elsewhere);

        assertThat(file.isThere()).isFalse();
        file.close();

        assertThat(elsewhere.resolve("answer")).exists();
        assertThat(Files.isSymbolicLink(folder)).isTrue();
        Files.delete(folder);
        Files.delete(moved);
        assertThat(Files.exists(folder, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void halfAnAnswerIsRemovedToo() throws IOException {
        Files.writeString(file.insidePath().resolveSibling("answer.new"), "DO");

        assertThat(file.isThere()).isFalse();
    }
}
