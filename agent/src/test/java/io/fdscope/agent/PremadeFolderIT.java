package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fdscope.blackbox.BlackBoxFinder;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has made the folder of the black boxes before us, to be written to or to be believed. */
class PremadeFolderIT {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("fdscope_" + System.getProperty("user.name"));
    }

    @Test
    void aSymbolicLinkIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);

        assertThatItIsRefused(" is not a folder of its own");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFolderOfAnotherUserIsNotWrittenTo() throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        giveAway(folder);

        assertThatItIsRefused(" belongs to nobody, not to root");
        assertThat(folder).isEmptyDirectory();
    }

    private void assertThatItIsRefused(String reason) throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("", "-Djava.io.tmpdir=" + temporary)) {
            assertThat(host.await("fdscope: no black box: "))
                    .isEqualTo("fdscope: no black box: " + folder + reason
                            + "; it is tried again, and the MXBean and the events work without it");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }

    @Test
    void aFileOfAnotherUserIsNotBelieved() throws IOException {
        Files.createDirectory(folder);
        Path forged = Files.writeString(
                folder.resolve(Long.toString(ProcessHandle.current().pid())), "all is well");
        BlackBoxFinder finder = new BlackBoxFinder(temporary);
        assertThat(finder.find(ProcessHandle.current().pid())).containsExactly(forged);

        giveAway(forged);
        assertThat(finder.find(ProcessHandle.current().pid())).isEmpty();
    }

    /** Takes root: nobody else may give a file away. */
    private static void giveAway(Path path) throws IOException {
        assumeTrue(
                Files.getOwner(Path.of("/proc/self")).getName().equals("root"),
                "only root can give a folder to another user");
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
}
