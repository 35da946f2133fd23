package io.fdscope.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExhaustionWatchTest {
    private final ExhaustionWatch watch = new ExhaustionWatch();
    private final List<String> told = new ArrayList<>();
    private long nanoTime;

    private void hear(Exhaustion exhaustion) {
        told.add(exhaustion.sample().reading().openCount() + " " + exhaustion.failure());
    }

    private void open(long count, long limit) {
        nanoTime += 1_000_000_000;
        Reading reading =
                new Reading(1, nanoTime, count, new Limits(limit, limit), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
        watch.accept(new Sample(reading, Scan.NONE, Trend.UNKNOWN, 0, "fake"));
    }

    @Test
    void tellsOnceUntilATenthWasFree() {
        watch.listen(this::hear);
        for (int count : new int[] {90, 99, 100, 101, 100, 91, 100, 89, 100}) {
            open(count, 100);
        }

        assertThat(told).containsExactly("100 ", "100 ");
    }

    @Test
    void aFailedCallTellsWithTheNextSampleEvenWhenItIsOverByThen() {
        watch.listen(this::hear);
        open(10, 100);
        watch.failed(new IOException("Too many open files"));
        watch.failed(new IOException("again"));
        open(95, 100);
        watch.failed(new IOException("and again"));
        open(96, 100);

        assertThat(told).containsExactly("95 java.io.IOException: Too many open files");
    }

    @Test
    void aFullTableOfTheSystemIsToldOnceUntilAMinuteWasWithoutAFailure() {
        watch.listen(this::hear);
        for (int second = 0; second < 300; second++) {
            if (second % 3 == 0) {
                watch.failed(new IOException("Too many open files in system"));
            }
            open(10, 100);
        }
        assertThat(told).hasSize(1);
        for (int second = 0; second < 65; second++) {
            open(10, 100);
        }
        watch.failed(new IOException("Too many open files in system"));
        open(10, 100);

        assertThat(told).hasSize(2);
    }

    @Test
    void ownExhaustionIsToldThoughThatOfTheSystemHasJustBeen() {
        watch.listen(this::hear);
        watch.failed(new IOException("Too many open files in system"));
        open(10, 100);
        open(100, 100);
        open(100, 100);

        assertThat(told).containsExactly("10 java.io.IOException: Too many open files in system", "100 ");
    }

    @Test
    void whatIsUnknownOrUnlimitedIsNoExhaustion() {
        watch.listen(this::hear);
        open(-1, 100);
        open(100, -1);
        open(1_000_000, Limits.UNLIMITED);

        assertThat(told).isEmpty();
    }

    @Test
    void whoIsForgottenHearsNothing() {
        Consumer<Exhaustion> listener = this::hear;
        watch.listen(listener);
        watch.forget(listener);
        open(100, 100);

        assertThat(told).isEmpty();
    }
}
