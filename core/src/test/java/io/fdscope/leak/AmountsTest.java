package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void numbersAndTimesAreForPeople() {
        assertThat(new Amount(0)).hasToString("0");
        assertThat(new Amount(999)).hasToString("999");
        assertThat(new Amount(1_234_567)).hasToString("1,234,567");
        assertThat(new Span(0.4)).hasToString("0 s");
        assertThat(new Span(119)).hasToString("119 s");
        assertThat(new Span(120)).hasToString("2 min");
        assertThat(Span.ofMillis(7_200_000)).hasToString("2 h");
        assertThat(new Span(2 * 86_400)).hasToString("2 days");
    }
}
