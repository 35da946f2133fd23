package io.fdscope.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PainterTest {
    private static final Size SIZE = new Size(8, 3);

    private final Painter painter = new Painter(Palette.SIXTEEN);

    private String paint(Line... lines) {
        return painter.paint(List.of(lines), SIZE).replace("\u001b[", "<");
    }

    @Test
    void theFirstScreenIsDrawnAsAWholeAndAtOnce() {
        assertThat(paint(Line.of("ab").and("c", Style.RED), Line.of("def")))
                .isEqualTo("<?2026h<0m<2J<1;1Hab<31;1mc<0m<K<2;1Hdef<K<?2026l");
    }

    @Test
    void ofTheNextOnlyWhatDiffersIsDrawn() {
        paint(Line.of("abc"), Line.of("def"));

        assertThat(paint(Line.of("abc"), Line.of("xyz"))).isEqualTo("<?2026h<2;1Hxyz<K<?2026l");
        assertThat(paint(Line.of("abc"), Line.of("xyz"))).isEmpty();
        assertThat(paint(Line.of("abc"))).isEqualTo("<?2026h<2;1H<K<?2026l");
    }

    @Test
    void anotherSizeIsDrawnAsAWhole() {
        paint(Line.of("abc"));

        assertThat(painter.paint(List.of(Line.of("abc")), new Size(4, 2)).replace("\u001b[", "<"))
                .isEqualTo("<?2026h<0m<2J<1;1Habc<K<?2026l");
    }

    @Test
    void aLineThatFillsTheScreenKeepsItsLastCharacterAndALongerOneIsCut() {
        assertThat(paint(Line.of("12345678"))).isEqualTo("<?2026h<0m<2J<1;1H12345678<?2026l");
        assertThat(paint(Line.of("123456789"))).isEmpty();
    }

    @Test
    void withoutColoursThereAreNone() {
        for (Style style : Style.values()) {
            assertThat(Palette.NONE.code(style)).isIn("", "1", "2", "7", "1;7");
        }
    }
}
