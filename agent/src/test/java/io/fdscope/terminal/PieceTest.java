package io.fdscope.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PieceTest {
    private static String cleaned(String text) {
        return new Piece(text, Style.PLAIN).text();
    }

    @Test
    void whatCommandsATerminalIsABlank() {
        assertThat(cleaned("a\u001b[31mb\u0007c\u009b1md\r\ne\tf\u007fg")).isEqualTo("a [31mb c 1md  e f g");
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsABlank() {
        assertThat(cleaned("Shop\u202e.pay\u2066(\u200f)\u2028x")).isEqualTo("Shop .pay ( ) x");
    }

    @Test
    void halfACharacterAndPrivateOnesAreBlanks() {
        assertThat(cleaned("a\ud800b\ue000c")).isEqualTo("a b c");
    }

    @Test
    void combiningMarksTakeNoColumnAndAreLeftOut() {
        assertThat(cleaned("e\u0301a\u20ddx")).isEqualTo("eax");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndAreNotCutInHalf() {
        Piece piece = new Piece("a統計b", Style.PLAIN);

        assertThat(piece.width()).isEqualTo(6);
        assertThat(piece.cut(4).text()).isEqualTo("a統");
        assertThat(piece.cut(5).text()).isEqualTo("a統計");
    }
}
