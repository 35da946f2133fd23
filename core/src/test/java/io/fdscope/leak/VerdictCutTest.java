package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ExampleVerdicts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerdictCutTest {
    private static final int ROOM = 16_000;

    private static String text(int sites, int frames) {
        return new VerdictText(4711).of(ExampleVerdicts.many(sites, frames)) + "\n";
    }

    private static String beforeSuspects(String text) {
        return text.substring(0, text.indexOf("Suspect: "));
    }

    private static String afterSuspects(String text) {
        return text.substring(text.indexOf("How sure this is:"));
    }

    @Test
    void whatFitsStaysAsItIs() {
        String text = text(2, 60);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;

        assertThat(new VerdictCut(text).to(bytes)).isEqualTo(text);
        assertThat(new VerdictCut(text).to(bytes - 1)).contains("… 36 more").doesNotContain("… 35 more", "call24");
    }

    @Test
    void everyStackIsCutAlikeAndTheRestStays() {
        String text = text(25, 100);

        String cut = new VerdictCut(text).to(ROOM);

        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(ROOM - 1000, ROOM);
        assertThat(cut).startsWith(beforeSuspects(text)).endsWith(afterSuspects(text));
        assertThat(cut.lines().filter(line -> line.startsWith("Suspect: "))).hasSize(25);
        assertThat(cut.lines().filter(line -> line.startsWith("    … ")).distinct())
                .hasSize(1);
        assertThat(cut.lines().filter(line -> line.startsWith("    … "))).hasSize(5);
    }

    @Test
    void withoutRoomForTheSuspectsTheLastAreLeftOut() {
        String text = text(100, 100);

        String cut = new VerdictCut(text).to(ROOM);

        long shown = cut.lines().filter(line -> line.startsWith("Suspect: ")).count();
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(ROOM - 1000, ROOM);
        assertThat(cut)
                .startsWith(beforeSuspects(text))
                .contains("\n    … 100 more\n")
                .endsWith("\n\n(" + (100 - shown) + " more of them: ask by JMX.)\n\n" + afterSuspects(text));
    }

    @Test
    void anotherTextEndsWithAHintBehindAWholeCharacter() {
        assertThat(new VerdictCut("ä".repeat(200)).to(130))
                .isEqualTo("ä".repeat(50) + "\n(There is more: ask by JMX.)\n");
        assertThat(new VerdictCut("ä".repeat(200)).to(131))
                .isEqualTo("ä".repeat(50) + "\n(There is more: ask by JMX.)\n");
    }
}
