package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareDescriptorsTest {
    @TempDir
    private Path proc;

    @BeforeEach
    void limits() throws IOException {
        Files.createFile(Files.createDirectory(proc.resolve("self")).resolve("limits"));
    }

    private SpareDescriptors full(int wanted) {
        SpareDescriptors spare = new SpareDescriptors(proc, wanted, new OwnFiles());
        spare.topUp(Reading.UNKNOWN);
        assertThat(spare.held()).isEqualTo(wanted);
        return spare;
    }

    @Test
    void halfOfThemIsNeverLent() {
        try (SpareDescriptors spare = full(16)) {
            assertThat(spare.lend(2)).isEqualTo(2);
            assertThat(spare.lend(16)).isEqualTo(6);
            assertThat(spare.lend(1)).isZero();
            assertThat(spare.held()).isEqualTo(8);
        }
    }

    @Test
    void whatWasLentIsTakenBackAndNoMoreThanIsWanted() {
        try (SpareDescriptors spare = full(16)) {
            assertThat(spare.lend(2)).isEqualTo(2);
            assertThat(spare.takeBack(5)).isEqualTo(2);
            assertThat(spare.takeBack(5)).isZero();
            assertThat(spare.held()).isEqualTo(16);
        }
    }

    @Test
    void whoHoldsNoneLendsNone() {
        try (SpareDescriptors spare = full(0)) {
            assertThat(spare.lend(2)).isZero();
            assertThat(spare.hasRoom()).isTrue();
        }
    }

    @Test
    void closedItTakesNoneBack() {
        SpareDescriptors spare = full(4);
        spare.close();
        assertThat(spare.held()).isZero();
        assertThat(spare.takeBack(4)).isZero();
    }
}
