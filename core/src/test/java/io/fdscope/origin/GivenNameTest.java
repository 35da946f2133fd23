package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenNameTest {
    private static String oneLine(String text) {
        return new GivenName(text).oneLine();
    }

    @Test
    void whatIsTextStaysAsItIs() {
        assertThat(oneLine("Zahlungs-Prüfer 7, \"größer\" | 支払い <\ud83d\ude00>"))
                .isEqualTo("Zahlungs-Prüfer 7, \"größer\" | 支払い <\ud83d\ude00>");
    }

    @Test
    void everyEndOfALineBecomesABlank() {
        assertThat(oneLine("a\nb\rc\u0085d\u2028e\u2029f\u000bg\fh")).isEqualTo("a b c d e f g h");
    }

    @Test
    void whatCommandsATerminalBecomesABlank() {
        assertThat(oneLine("a\u001b[2J\u009b31m\u0007\u007f\u0000b")).isEqualTo("a [2J 31m   b");
    }

    @Test
    void ofATextOfSeveralLinesOnlyOurLineEndsStay() {
        assertThat(new GivenName("a\nb\rc\u0085d\u2028e\u2029f\u001b[2J\u009b31m\u202eg\n").lines())
                .isEqualTo("a\nb c d e f [2J 31m g\n");
    }

    @Test
    void whatTurnsTheDirectionOrIsNotSeenBecomesABlank() {
        assertThat(oneLine("a\u202eb\u2066c\u200bd\ufeffe")).isEqualTo("a b c d e");
    }
}
