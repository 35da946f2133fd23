package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where black boxes are, for whom, and what becomes of those of the dead. */
class BlackBoxFolderTest extends BlackBoxCase {
    @Test
    void fileAndFolderAreForTheirOwnerAlone() throws IOException {
        BlackBoxWriter writer = open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(writer.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(writer.file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderOpenToOthersIsRefused() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("fdscope_me"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThatIOException()
                .isThrownBy(this::open)
                .withMessage(folder + " is open to others (rwxrwxr-x), must be rwx------");
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path folder = Files.createSymbolicLink(temporary.resolve("fdscope_me"), elsewhere);

        assertThatIOException().isThrownBy(this::open).withMessage(folder + " is not a folder of its own");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aUserNameCannotLeadOutOfTheTemporaryFolder() {
        assertThat(BlackBoxFolder.of(temporary, "../../etc/x").path().getParent())
                .isEqualTo(temporary);
    }

    @Test
    void filesOfTheDeadArePrunedDownToTheNewest32() throws IOException {
        for (int i = 0; i < 40; i++) {
            Path dead = Files.createFile(temporary.resolve(Long.toString(9_000_000_000L + i)));
            assertThat(dead.toFile().setLastModified(1_700_000_000_000L + i * 60_000L))
                    .isTrue();
        }

        new Leftovers(temporary).prune();

        assertThat(temporary.toFile().list()).hasSize(32).contains("9000000039").doesNotContain("9000000007");
    }

    @Test
    void filesThatWereNeverFinishedArePrunedOnceTheyAreOld() throws IOException {
        Path old = Files.createFile(temporary.resolve("17.new"));
        assertThat(old.toFile().setLastModified(1_700_000_000_000L)).isTrue();
        Path fresh = Files.createFile(temporary.resolve("18.new"));

        new Leftovers(temporary).prune();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void aFileOfAnotherContainerIsLeftAloneWhileItIsWritten() throws IOException {
        BlackBoxWriter writer = open();
        writer.accept(process.sampler().scanNow());
        giveToAnotherContainer(writer.file());

        assertThatIOException()
                .isThrownBy(this::open)
                .withMessage(writer.file() + " is written to by a process of another container");
        assertThat(writer.file().toFile().setLastModified(1_700_000_000_000L)).isTrue();
        assertThat(BlackBoxReader.read(open().file()).figures().get("openCount"))
                .isEqualTo(-1L);
    }

    /** As the process before us in a container that was stopped, and started anew in place. */
    @Test
    void aFileOfAnotherContainerWhoseProcessHasEndedIsOursToReplace() throws IOException {
        BlackBoxWriter writer = open();
        writer.ended();
        giveToAnotherContainer(writer.file());

        assertThat(BlackBoxReader.read(open().file()).endedInOrder()).isFalse();
    }

    private static void giveToAnotherContainer(Path box) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(box.toFile(), "rw")) {
            file.seek(Layout.AT_NAMESPACE);
            file.writeLong(42);
        }
    }

    @Test
    void aUserWithoutANameHasAFolderByItsNumber() throws IOException {
        String number = String.valueOf(Files.getAttribute(temporary, "unix:uid"));

        for (String name : List.of("?", "")) {
            assertThat(BlackBoxFolder.ofThisProcess(temporary, name).path())
                    .isEqualTo(temporary.resolve("fdscope_" + number));
        }
        assertThat(BlackBoxFolder.ofThisProcess(temporary, "me").path()).isEqualTo(temporary.resolve("fdscope_me"));
    }

    @Test
    void nothingIsLeftWhereTheFileCannotBeFinished() throws IOException {
        BlackBoxFolder folder = BlackBoxFolder.of(temporary, "me");
        folder.prepare();
        Path inTheWay =
                folder.path().resolve(Long.toString(ProcessHandle.current().pid()));
        Files.createDirectories(inTheWay.resolve("full"));

        assertThatIOException().isThrownBy(this::open);

        assertThat(folder.path().toFile().list())
                .containsExactly(inTheWay.getFileName().toString());
    }
}
