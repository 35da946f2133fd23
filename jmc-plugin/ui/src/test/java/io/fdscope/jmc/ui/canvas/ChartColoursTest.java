package io.fdscope.jmc.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.jmc.ui.recorded.UsageLine;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartColoursTest {
    /** Backgrounds of GTK, Windows, macOS and Eclipse's dark theme. */
    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0xf6f5f4, 0xf0f0f0, 0x2d2d2d, 0x1e1f22, 0x2f2f2f, 0x353535, 0x000000})
    void everyLineAndEveryWordStandsOutFromTheBackground(int background) {
        RGB ground = new RGB(background >> 16, (background >> 8) & 0xff, background & 0xff);
        ChartColours colours = new ChartColours(ground, new RGB(128, 128, 128));
        for (UsageLine line : UsageLine.values()) {
            assertThat(ChartColours.contrast(ground, colours.of(line))).isGreaterThan(4.5);
        }
        assertThat(ChartColours.contrast(ground, colours.text())).isGreaterThan(7);
        assertThat(ChartColours.contrast(ground, colours.softText())).isGreaterThan(4.5);
    }
}
