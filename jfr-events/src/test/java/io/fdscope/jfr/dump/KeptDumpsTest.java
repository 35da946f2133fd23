package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDumpsTest {
    @TempDir
    private Path temporary;

    private final KeptDumps kept = new KeptDumps(2);

    private Path written(String name) throws IOException {
        Path recording = Files.writeString(temporary.resolve(name + ".jfr"), "recording " + name);
        Files.writeString(temporary.resolve(name + ".txt"), "verdict " + name);
        kept.add(List.of(recording, DumpFolder.textBeside(recording)));
        return recording;
    }

    @Test
    void theOldestGoesWithItsTextWhenThereAreTooMany() throws IOException {
        written("a");
        written("b");
        assertThat(kept.deleteTooMany()).isFalse();
        written("c");
        assertThat(kept.deleteTooMany()).isTrue();

        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("b.jfr", "b.txt", "c.jfr", "c.txt");
    }

    @Test
    void oneWithoutATextIsKeptAndGoesToo() throws IOException {
        kept.add(List.of(Files.writeString(temporary.resolve("a.jfr"), "recording a")));
        Files.writeString(temporary.resolve("a.txt"), "somebody else's");
        written("b");
        written("c");

        assertThat(kept.deleteTooMany()).isTrue();
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("a.txt", "b.jfr", "b.txt", "c.jfr", "c.txt");
    }

    @Test
    void whatWasThereBeforeStays() throws IOException {
        Files.writeString(temporary.resolve("fdscope-1-20261128T171501Z.jfr"), "of a process that is gone");
        for (String name : new String[] {"a", "b", "c"}) {
            written(name);
            kept.deleteTooMany();
        }
        assertThat(temporary.resolve("fdscope-1-20261128T171501Z.jfr")).exists();
        assertThat(temporary.resolve("a.jfr")).doesNotExist();
    }

    @Test
    void whatSomebodyHasPutInItsPlaceOrChangedStays() throws IOException {
        Path recording = written("a");
        Files.delete(recording);
        Files.createDirectory(recording);
        Files.writeString(temporary.resolve("a.txt"), "verdict a, and what I think of it");
        written("b");
        written("c");

        assertThat(kept.deleteTooMany()).isTrue();
        assertThat(recording).isDirectory();
        assertThat(temporary.resolve("a.txt")).hasContent("verdict a, and what I think of it");
    }

    @Test
    void whatSomebodyHasTakenAwayIsNotMissed() throws IOException {
        Files.move(written("a"), temporary.resolve("evidence.jfr"));
        written("b");
        written("c");

        assertThat(kept.deleteTooMany()).isTrue();
        assertThat(temporary.toFile().list())
                .containsExactlyInAnyOrder("evidence.jfr", "b.jfr", "b.txt", "c.jfr", "c.txt");
    }
}
