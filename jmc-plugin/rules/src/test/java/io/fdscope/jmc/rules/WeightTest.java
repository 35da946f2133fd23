package io.fdscope.jmc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmc.flightrecorder.rules.Severity;

class WeightTest {
    private final Weight weight = new Weight(10, 100);

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "NaN, 0", "5, 12.5", "10, 25", "55, 50", "100, 75", "200, 87.5", "Infinity, 100"})
    void theMoreTheHeavier(double figure, double score) {
        assertThat(weight.of(figure)).isEqualTo(score);
    }

    @Test
    void whatIsOverIsNoWarning() {
        assertThat(Severity.get(weight.of(0, 1_000_000))).isEqualTo(Severity.INFO);
        assertThat(Severity.get(weight.of(1_000, 1_000_000))).isEqualTo(Severity.WARNING);
        assertThat(Severity.get(weight.of(0, 9))).isEqualTo(Severity.OK);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 10", "100, 100", "0, 100", "-1, -1"})
    void limitsThatMakeNoSenseGiveAScoreNevertheless(double info, double warning) {
        for (double figure : new double[] {0, 1, 10, 50, 100, 1e18}) {
            assertThat(new Weight(info, warning).of(figure)).isBetween(0.0, 100.0);
        }
    }
}
