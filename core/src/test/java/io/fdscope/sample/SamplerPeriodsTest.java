package io.fdscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerPeriodsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.009S", "P366D", "PT2562047788015215H"})
    void periodOutOfRangeIsRejected(Duration period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplerPeriods.DEFAULT.withCount(period))
                .withMessage("periods are 10 ms to 365 days: count " + period + ", scan PT10S");
        assertThatIllegalArgumentException().isThrownBy(() -> SamplerPeriods.DEFAULT.withScan(period));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void budgetOutOfRangeIsRejected(double budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(1), budget))
                .withMessage("budget is a share above 0 and up to 1: " + budget);
    }

    @Test
    void nextScanKeepsPeriodAndBudget() {
        SamplerPeriods periods = new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.01);
        assertThat(periods.nanosToNextScan(1_000_000))
                .as("with the reading next to its time")
                .isEqualTo(9_500_000_000L);
        assertThat(periods.nanosToNextScan(200_000_000)).isEqualTo(20_000_000_000L);
        assertThat(periods.nanosToNextScan(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shareIsOfOneCoreAndNeverBeyondTheBudget() {
        SamplerPeriods periods = new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.01);
        assertThat(periods.share(50_000_000)).isEqualTo(0.005);
        assertThat(periods.share(200_000_000)).isEqualTo(0.01);
    }

    @Test
    void shareOfScansThatWaitForAReadingIsOfTheReadingsPeriod() {
        SamplerPeriods periods = new SamplerPeriods(Duration.ofSeconds(60), Duration.ofSeconds(10), 0.01);
        assertThat(periods.share(60_000_000)).isEqualTo(0.001);
    }
}
