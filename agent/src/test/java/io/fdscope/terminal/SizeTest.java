package io.fdscope.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void isReadAsSttyPrintsIt() {
        assertThat(Size.parse("24 132\n")).isEqualTo(new Size(132, 24));
    }

    @Test
    void whatIsNoSizeIsTheUsualOne() {
        assertThat(Size.parse("0 0")).isEqualTo(Size.USUAL);
        assertThat(Size.parse("")).isEqualTo(Size.USUAL);
        assertThat(Size.parse("stty: what?")).isEqualTo(Size.USUAL);
    }
}
