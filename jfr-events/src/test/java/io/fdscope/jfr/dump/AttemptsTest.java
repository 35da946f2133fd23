package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final Attempts attempts = new Attempts(5);

    private List<Integer> dueAmong(int occasions) {
        return IntStream.range(0, occasions)
                .filter(occasion -> attempts.isDue())
                .boxed()
                .toList();
    }

    @Test
    void whatFailsIsTriedAgainAtOnceThenEverMoreRarelyAndNeverGivenUp() {
        assertThat(dueAmong(26)).containsExactly(0, 1, 3, 7, 13, 19, 25);
    }

    @Test
    void whatHasSucceededBeginsAnew() {
        dueAmong(8);
        attempts.succeeded();
        assertThat(dueAmong(4)).containsExactly(0, 1, 3);
    }
}
