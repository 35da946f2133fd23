package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.procfs.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpareFileTest {
    @TempDir
    private Path temporary;

    /** A file system with links, and what others answer: the JDK, FAT by Linux, and user file systems. */
    static Stream<SpareFile.Linking> fileSystems() {
        return Stream.of(
                Files::createLink,
                (name, existing) -> {
                    throw new UnsupportedOperationException();
                },
                (name, existing) -> {
                    throw new FileSystemException(name + " -> " + existing + ": Operation not permitted");
                },
                (name, existing) -> {
                    throw new FileSystemException(name + " -> " + existing + ": Function not implemented");
                });
    }

    private SpareFile written(SpareFile.Linking linking) throws IOException {
        SpareFile file = new SpareFile(temporary.resolve(".spare"), new OwnFiles(), linking);
        file.prepare();
        write(file, "kept");
        return file;
    }

    /** That of number 1 of a container. */
    private SpareFile sharing(String pidSpace) throws IOException {
        DumpFolder folder = new DumpFolder(temporary, 1, new PidSpace(pidSpace), RecorderDisk.OF_THIS_JVM);
        SpareFile file = new SpareFile(folder.spare(".jfr"), new OwnFiles());
        file.prepare();
        return file;
    }

    private static void write(SpareFile file, String text) throws IOException {
        file.file().orElseThrow().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void whatWasWrittenGetsItsName(SpareFile.Linking linking) throws IOException {
        try (SpareFile file = written(linking)) {
            file.keepAs(temporary.resolve("name.jfr"));

            assertThat(file.file()).isEmpty();
            assertThat(temporary.toFile().list()).containsExactly("name.jfr");
            assertThat(temporary.resolve("name.jfr")).hasContent("kept");
        }
    }

    @Test
    void whatWasNotKeptTakesNoRoom() throws IOException {
        try (SpareFile file = written(Files::createLink)) {
            file.prepare();
            assertThat(temporary.resolve(".spare")).isEmptyFile();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void aFileThatIsThereIsNotReplaced(SpareFile.Linking linking) throws IOException {
        Path there = Files.writeString(temporary.resolve("name.jfr"), "mine");
        Path link = Files.createSymbolicLink(temporary.resolve("link.jfr"), temporary.resolve("nowhere"));
        try (SpareFile file = written(linking)) {
            for (Path name : new Path[] {there, link}) {
                assertThatThrownBy(() -> file.keepAs(name)).isInstanceOf(FileAlreadyExistsException.class);
            }
            assertThat(file.file()).isPresent();
        }
        assertThat(there).hasContent("mine");
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("name.jfr", "link.jfr");
    }

    /** Both are number 1 of their container. */
    @Test
    void twoOfTheSameNumberInOneFolderKeepWhatTheyHaveWritten() throws IOException {
        try (SpareFile one = sharing("4026532201");
                SpareFile other = sharing("4026532202")) {
            write(one, "of one");
            one.keepAs(temporary.resolve("one.jfr"));
            write(other, "of the other");
            other.keepAs(temporary.resolve("other.jfr"));
        }
        assertThat(temporary.resolve("one.jfr")).hasContent("of one");
        assertThat(temporary.resolve("other.jfr")).hasContent("of the other");
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("one.jfr", "other.jfr");
    }

    @Test
    void whoEndsFirstLeavesTheOthersFile() throws IOException {
        try (SpareFile other = sharing("4026532202")) {
            sharing("4026532201").close();
            write(other, "of the other");
            other.keepAs(temporary.resolve("other.jfr"));
        }
        assertThat(temporary.resolve("other.jfr")).hasContent("of the other");
        assertThat(temporary.toFile().list()).containsExactly("other.jfr");
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void aFileThatSomebodyHasPutInItsPlaceIsNeitherNamedNorDeleted(SpareFile.Linking linking) throws IOException {
        Path path = temporary.resolve(".spare");
        try (SpareFile file = written(linking)) {
            Files.delete(path);
            Files.writeString(path, "of another");

            assertThatThrownBy(() -> file.keepAs(temporary.resolve("name.jfr")))
                    .isInstanceOf(IOException.class)
                    .hasMessage(path + " was deleted or replaced by somebody, and what was written to it is lost");
            assertThatThrownBy(file::prepare).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(path).hasContent("of another");
        assertThat(temporary.toFile().list()).containsExactly(".spare");
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void whereItWasTakenAwayThatIsSaidAndAnotherMade(SpareFile.Linking linking) throws IOException {
        Path path = temporary.resolve(".spare");
        try (SpareFile file = written(linking)) {
            Files.delete(path);
            assertThatThrownBy(() -> file.keepAs(temporary.resolve("name.jfr")))
                    .hasMessage(path + " was deleted or replaced by somebody, and what was written to it is lost");

            file.prepare();
            write(file, "more");
            file.keepAs(temporary.resolve("name.jfr"));
        }
        assertThat(temporary.resolve("name.jfr")).hasContent("more");
        assertThat(temporary.toFile().list()).containsExactly("name.jfr");
    }

    @Test
    void whatOneOfTheSameNumberHasLeftGoes() throws IOException {
        Files.writeString(temporary.resolve(".spare"), "of somebody who was killed");
        try (SpareFile file = written(Files::createLink)) {
            file.keepAs(temporary.resolve("name.jfr"));
        }
        assertThat(temporary.resolve("name.jfr")).hasContent("kept");
        assertThat(temporary.toFile().list()).containsExactly("name.jfr");
    }

    @Test
    void aLinkInItsPlaceIsNotFollowed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "unchanged");
        Files.createSymbolicLink(temporary.resolve(".spare"), secret);
        written(Files::createLink).close();

        assertThat(secret).hasContent("unchanged");
        assertThat(temporary.toFile().list()).containsExactly("secret");
    }
}
