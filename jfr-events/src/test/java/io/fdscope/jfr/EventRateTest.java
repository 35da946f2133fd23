package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventRateTest {
    private static final long SECOND = 1_000_000_000;

    private final EventRate rate = new EventRate(3);

    @Test
    void letsNoMoreThroughInASecondThanItMay() {
        assertThat(admitted(10, 5 * SECOND)).isEqualTo(3);
        assertThat(admitted(10, 6 * SECOND - 1)).isZero();
    }

    @Test
    void beginsAnewWithEachSecond() {
        assertThat(admitted(10, 5 * SECOND)).isEqualTo(3);
        assertThat(admitted(2, 6 * SECOND)).isEqualTo(2);
        assertThat(admitted(10, 7 * SECOND)).isEqualTo(3);
    }

    @Test
    void tellsOnceHowManyItLeftOut() {
        admitted(10, 5 * SECOND);
        assertThat(rate.takeLeftOut()).isEqualTo(7);
        assertThat(rate.takeLeftOut()).isZero();
    }

    @Test
    void worksWithAClockBelowZero() {
        assertThat(admitted(10, -1)).isEqualTo(3);
        assertThat(admitted(10, 0)).isEqualTo(3);
    }

    private long admitted(int asked, long nanoTime) {
        return LongStream.range(0, asked).filter(i -> rate.admits(nanoTime)).count();
    }
}
