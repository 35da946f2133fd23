package io.fdscope.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
    private static final Path FILE = Path.of("/tmp/a folder/answer");

    @Test
    void anOrderSurvivesBeingAnAgentsArgument() {
        for (Verb verb : Verb.values()) {
            Order order = new Order(verb, FILE, "scan=5s,warn=70%\nand more");

            assertThat(Order.parse(order.argument())).contains(order);
        }
    }

    @Test
    void optionsAreNoOrder() {
        assertThat(Order.parse(null)).isEmpty();
        assertThat(Order.parse("")).isEmpty();
        assertThat(Order.parse("scan=5s,warn=70%")).isEmpty();
        assertThat(Order.parse("fdscope-order\nSTART\n/tmp/answer")).isEmpty();
    }

    @Test
    void anOrderOfALaterVersionIsStillNoOptions() {
        assertThat(Order.parse("fdscope-order\nDANCE\n/tmp/answer\nfast"))
                .contains(new Order(Verb.UNKNOWN, Path.of("/tmp/answer"), "fast"));
    }

    @Test
    void aNameWithHalfACharacterSpoilsNoAnswer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answer");
        Answer.done("thread \ud83d\n").writeTo(file);

        assertThat(file).content().isEqualTo("DONE\nthread ?\n");
    }

    @Test
    void anAnswerIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answer");
        Answer.done("two\nlines\n").writeTo(file);

        assertThat(file).content().isEqualTo("DONE\ntwo\nlines\n");
        assertThat(folder.toFile().list()).containsExactly("answer");
        assertThat(Answer.parse("DONE\ntwo\nlines\n")).isEqualTo(Answer.done("two\nlines\n"));
        assertThat(Answer.parse("FAILED\nno")).isEqualTo(Answer.failed("no"));
        assertThat(Answer.parse("runs already; option 'fdscope-order' ignored"))
                .isEqualTo(Answer.failed("the fdscope in that process is of another version: runs already; option"
                        + " 'fdscope-order' ignored"));
    }
}
