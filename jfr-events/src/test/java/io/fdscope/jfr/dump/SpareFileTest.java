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
        file.file().orElseThrow().write("kept".getBytes(StandardCharsets.UTF_8));
        return file;
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
}
