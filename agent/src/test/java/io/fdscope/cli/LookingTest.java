package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.terminal.Size;
import io.fdscope.top.Figures;
import io.fdscope.top.Glance;
import io.fdscope.top.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever a look comes to is on the screen, and the next look is taken. */
class LookingTest {
    private static final Glance DEAD =
            new Glance("42", "", "black box", 1, "it is dead", true, new Figures(Map.of()), List.of(), "", List.of());

    private final BlockingQueue<UnaryOperator<View>> steps = new LinkedBlockingQueue<>();

    /** Fails once, and then shows a process that has ended. */
    private static final class FailingOnce implements GlanceSource {
        private final Supplier<Throwable> failure;
        private int looks;

        FailingOnce(Supplier<Throwable> failure) {
            this.failure = failure;
        }

        @Override
        public Glance look() throws UserError {
            looks++;
            if (looks > 1) {
                return DEAD;
            }
            Throwable cause = failure.get();
            if (cause instanceof UserError known) {
                throw known;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private View afterLooking(Supplier<Throwable> failure, int steps) throws InterruptedException {
        new Looking(new FailingOnce(failure), this.steps::add).start(Duration.ofMillis(1), () -> {});
        View view = View.first(new Size(80, 24));
        for (int i = 0; i < steps; i++) {
            view = this.steps.poll(10, TimeUnit.SECONDS).apply(view);
        }
        return view;
    }

    @Test
    void whatTheUserCanMendIsShownInItsOwnWords() throws InterruptedException {
        assertThat(afterLooking(() -> new UserError("no answer from there"), 1).failure())
                .isEqualTo("no answer from there");
    }

    @Test
    void aDefectOfOursIsShownAsOne() throws InterruptedException {
        assertThat(afterLooking(() -> new IllegalStateException("half a table"), 1)
                        .failure())
                .isEqualTo("fdscope failed: java.lang.IllegalStateException: half a table");
    }

    @Test
    void soIsAnError() throws InterruptedException {
        assertThat(afterLooking(() -> new OutOfMemoryError("Java heap space"), 1)
                        .failure())
                .isEqualTo("fdscope failed: java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void afterEitherTheNextLookIsShown() throws InterruptedException {
        View view = afterLooking(() -> new IllegalStateException("half a table"), 2);

        assertThat(view.failure()).isEmpty();
        assertThat(view.seen()).contains(DEAD);
    }
}
