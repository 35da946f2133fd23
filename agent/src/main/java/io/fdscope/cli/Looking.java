package io.fdscope.cli;

import io.fdscope.top.Glance;
import io.fdscope.top.View;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Looks again and again, and makes a step of the live view of whatever comes of it, until the process has ended. */
final class Looking {
    private final GlanceSource source;
    private final Consumer<UnaryOperator<View>> steps;

    /** @param steps takes what has become of a look; never throws */
    Looking(GlanceSource source, Consumer<UnaryOperator<View>> steps) {
        this.source = source;
        this.steps = steps;
    }

    /**
     * Begins, in a thread of its own.
     *
     * @param before is done before each look
     */
    void start(Duration interval, Runnable before) {
        Thread thread = new Thread(() -> run(interval, before), "fdscope-look");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Duration interval, Runnable before) {
        boolean ended = false;
        while (!ended) {
            try {
                Thread.sleep(interval.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            ended = look(before);
        }
    }

    /** Once. Whatever fails is shown, for the next look may do better; a silent end would pass for a quiet process. */
    private boolean look(Runnable before) {
        try {
            before.run();
            Glance glance = source.look();
            steps.accept(view -> view.after(glance));
            return glance.ended();
        } catch (UserError e) {
            steps.accept(view -> view.afterFailure(e.getMessage()));
        } catch (RuntimeException | Error e) {
            steps.accept(view -> view.afterFailure("fdscope failed: " + e));
        }
        return false;
    }
}
