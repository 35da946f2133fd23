package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fdscope.fixture.ExampleVerdicts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files of another format, half-written ones, and what is no black box. */
class BlackBoxReaderTest extends BlackBoxCase {
    @Test
    void aFileOfTheFormerFormatIsReadAndHasNoVerdict() throws IOException {
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());
        byte[] former = Arrays.copyOf(Files.readAllBytes(writer.file()), Layout.SIZE_WITHOUT_VERDICT);
        former[Layout.AT_FORMAT] = (byte) Layout.FORMAT_WITHOUT_VERDICT;

        BlackBox box = BlackBoxReader.read(Files.write(temporary.resolve("former"), former));

        assertThat(box.facts()).containsEntry("main", "Shop");
        assertThat(box.timeline()).hasSize(1);
        assertThat(box.verdict()).isEmpty();
        assertThat(box.suspects()).isEmpty();
    }

    @Test
    void aFileOfALaterFormatIsRefused() throws IOException {
        byte[] later = Files.readAllBytes(open().file());
        later[Layout.AT_FORMAT] = 3;
        Path file = Files.write(temporary.resolve("later"), later);

        assertThatIOException()
                .isThrownBy(() -> BlackBoxReader.read(file))
                .withMessage(file + " has format 3, written by another version of fdscope; this one reads formats 1"
                        + " and 2");
    }

    @Test
    void aWriteThatNeverEndedShowsAsTorn() throws IOException {
        BlackBoxWriter writer = open();
        writer.accept(process.sampler().scanNow());
        try (RandomAccessFile file = new RandomAccessFile(writer.file().toFile(), "rw")) {
            file.seek(Layout.AT_SEQUENCE);
            file.writeByte(7); // little-endian: an odd number
        }

        assertThat(BlackBoxReader.read(writer.file()).torn()).isTrue();
    }

    @Test
    void whatIsNoBlackBoxIsRefused() throws IOException {
        Path text = Files.writeString(temporary.resolve("1"), "hello");
        Path zeros = Files.write(temporary.resolve("2"), new byte[Layout.SIZE]);

        assertThatIOException()
                .isThrownBy(() -> BlackBoxReader.read(text))
                .withMessage(text + " is no black box of fdscope");
        assertThatIOException()
                .isThrownBy(() -> BlackBoxReader.read(zeros))
                .withMessage(zeros + " is no black box of fdscope");
    }

    @Test
    void garbageBehindAGoodHeaderGivesValuesAndNeverLeavesTheFile() throws IOException {
        BlackBoxWriter writer = open();
        writer.accept(process.sampler().scanNow());
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = Files.readAllBytes(writer.file());
            for (int i = Layout.AT_PID; i < bytes.length; i += 1 + random.nextInt(40)) {
                bytes[i] = (byte) random.nextInt();
            }
            Path forged = Files.write(temporary.resolve("forged"), bytes);

            assertThat(BlackBoxReader.read(forged).timeline()).hasSizeLessThanOrEqualTo(Layout.POINTS);
        }
    }
}
