package io.fdscope.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void theLocaleTellsWhetherThereIsMoreThanAscii() {
        assertThat(Look.of(Map.of("LANG", "C")).unicode()).isFalse();
        assertThat(Look.of(Map.of()).unicode()).isFalse();
        assertThat(Look.of(Map.of("LANG", "de_DE.UTF-8")).unicode()).isTrue();
        assertThat(Look.of(Map.of("LANG", "C", "LC_CTYPE", "C.utf8")).unicode()).isTrue();
        assertThat(Look.of(Map.of("LANG", "C.UTF-8", "LC_ALL", "POSIX")).unicode())
                .isFalse();
    }

    @Test
    void noColorIsRespectedUnlessItIsEmpty() {
        assertThat(Look.of(Map.of("TERM", "xterm-256color", "NO_COLOR", "1")).palette())
                .isEqualTo(Palette.NONE);
        assertThat(Look.of(Map.of("TERM", "xterm-256color", "NO_COLOR", "")).palette())
                .isEqualTo(Palette.RICH);
    }

    @Test
    void theTerminalTellsHowManyColoursItHas() {
        assertThat(Look.of(Map.of("TERM", "screen")).palette()).isEqualTo(Palette.SIXTEEN);
        assertThat(Look.of(Map.of("TERM", "vt100")).palette()).isEqualTo(Palette.NONE);
        assertThat(Look.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor")).palette())
                .isEqualTo(Palette.RICH);
    }

    @Test
    void aDumbTerminalHasNoScreen() {
        assertThat(Look.hasScreen(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Look.hasScreen(Map.of())).isFalse();
        assertThat(Look.hasScreen(Map.of("TERM", "tmux-256color"))).isTrue();
    }
}
