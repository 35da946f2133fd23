package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelLinesTest {
    @TempDir
    Path folder;

    private final KernelLines lines = new KernelLines();

    @Test
    void emptyFileHasNoLine() throws IOException {
        open("");
        assertThat(lines.next()).isFalse();
        assertThat(lines.next()).isFalse();
    }

    @Test
    void missingFileCannotBeOpened() throws IOException {
        assertThat(lines.open(new KernelFile(folder.resolve("none"), new OwnFiles())))
                .isFalse();
    }

    @Test
    void lastLineWithoutNewlineIsReadAndMarkedAsCutOff() throws IOException {
        open("1\n2");
        assertThat(lines.next()).isTrue();
        assertThat(lines.terminated()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.terminated()).isFalse();
        assertThat(lines.decimal()).isEqualTo(2);
        assertThat(lines.next()).isFalse();
    }

    @Test
    void emptyLinesAreLines() throws IOException {
        open("\n\n7\n");
        assertThat(numbers()).containsExactly(KernelLines.MALFORMED, KernelLines.MALFORMED, 7L);
    }

    @Test
    void secondOpenStartsAtTheBeginningAndSeesWhatChanged() throws IOException {
        Path path = folder.resolve("counter");
        Files.writeString(path, "1\n2\n");
        KernelFile file = new KernelFile(path, new OwnFiles());
        lines.open(file);
        assertThat(lines.next()).isTrue();
        Files.writeString(path, "33\n");
        lines.open(file);
        assertThat(numbers()).containsExactly(33L);
    }

    /** 8,192 bytes are read at a time: the line that crosses that edge starts at every place around it. */
    @ParameterizedTest
    @ValueSource(ints = {8180, 8185, 8190, 8191, 8192, 8193, 16383, 16384, 16385, 24575, 24576, 24577})
    void linesThatCrossTheEdgeOfTheBufferAreWhole(int bytesBefore) throws IOException {
        open(numberedLines(bytesBefore) + "123456789\n987654321\n");
        List<Long> all = numbers();
        assertThat(all.subList(all.size() - 2, all.size())).containsExactly(123456789L, 987654321L);
        assertThat(lines.overlong()).isZero();
    }

    @Test
    void allLinesOfALargeFileAreSeenInOrder() throws IOException {
        StringBuilder text = new StringBuilder();
        List<Long> expected = new ArrayList<>();
        for (long i = 0; i < 100_000; i++) {
            text.append(i).append('\n');
            expected.add(i);
        }
        open(text.toString());
        assertThat(numbers()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4096, 8191, 8192})
    void longLinesAreRead(int length) throws IOException {
        open("1\n" + " ".repeat(length - 1) + "2\n3\n");
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
        assertThat(lines.overlong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {16385, 30_000, 100_000, 1 << 20})
    void overlongLinesAreSkippedAndCountedOnce(int length) throws IOException {
        open("1\n" + "9".repeat(length) + "\n2\n");
        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(lines.overlong()).isEqualTo(1);
    }

    @Test
    void overlongLineAtTheEndWithoutNewlineEndsTheFile() throws IOException {
        open("1\n" + "9".repeat(50_000));
        assertThat(numbers()).containsExactly(1L);
        assertThat(lines.overlong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "42,42",
        "0,0",
        "2147483648,2147483648",
        "9223372036854775807,9223372036854775807",
        "9223372036854775808,9223372036854775807",
        "18446744073709551615,9223372036854775807",
        "99999999999999999999999999,9223372036854775807",
        "-1,-1",
        "12x,-1",
        "x,-1"
    })
    void decimalIsANumberOrTheMostOrMalformed(String text, long expected) throws IOException {
        open(text + "\n");
        assertThat(numbers()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "fF,255", "ffffffff,4294967295", "100000000,-1", "g,-1", "1g,-1"})
    void hexIsOfAtMostEightDigits(String text, long expected) throws IOException {
        open(text + "\n");
        lines.next();
        assertThat(lines.hex()).isEqualTo(expected);
    }

    @Test
    void tokensAreToldApartByBlanksAndTabs() throws IOException {
        open("TCP: inuse 5\t\t orphan  6\n");
        lines.next();
        assertThat(lines.skip("TCP6:")).isFalse();
        assertThat(lines.skip("TCP:")).isTrue();
        assertThat(lines.word("inuse")).isTrue();
        assertThat(lines.decimal()).isEqualTo(5);
        assertThat(lines.word("orphans")).isFalse();
        assertThat(lines.decimal()).isEqualTo(6);
        assertThat(lines.decimal()).isEqualTo(KernelLines.MALFORMED);
    }

    @Test
    void tokenNeverReachesIntoTheNextLine() throws IOException {
        open("1\n2\n");
        lines.next();
        lines.skipTokens(5);
        assertThat(lines.decimal()).isEqualTo(KernelLines.MALFORMED);
        assertThat(lines.fixedHex(1)).isEqualTo(KernelLines.MALFORMED);
        assertThat(lines.skip('2')).isFalse();
    }

    private List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        while (lines.next()) {
            numbers.add(lines.decimal());
        }
        return numbers;
    }

    private static String numberedLines(int bytes) {
        StringBuilder text = new StringBuilder();
        while (text.length() < bytes) {
            int left = bytes - text.length();
            text.append("7".repeat(Math.min(9, Math.max(0, left - 1)))).append('\n');
        }
        return text.toString();
    }

    private void open(String text) throws IOException {
        Path path = folder.resolve("lines");
        Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));
        lines.open(new KernelFile(path, new OwnFiles()));
    }
}
