package io.fdscope.cli;

import io.fdscope.terminal.FullScreen;
import io.fdscope.terminal.Keyboard;
import io.fdscope.terminal.Look;
import io.fdscope.terminal.Resizes;
import io.fdscope.terminal.Stty;
import io.fdscope.top.Glance;
import io.fdscope.top.TopScreen;
import io.fdscope.top.View;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The live view on a terminal. Whatever happens is a step from one view to the next: keys, readings and resizes come from
 * threads of their own, so that a process that does not answer keeps nobody from leaving.
 */
final class LiveTop {
    private final GlanceSource source;
    private final Duration interval;
    private final BlockingQueue<UnaryOperator<View>> steps = new LinkedBlockingQueue<>();
    private final Look look = Look.of(System.getenv());
    private final TopScreen screen = new TopScreen(look, ZoneId.systemDefault());

    LiveTop(GlanceSource source, Duration interval) {
        this.source = source;
        this.interval = interval;
    }

    /** Runs until the user leaves. */
    void run(Glance first) throws IOException, InterruptedException {
        Stty stty = Stty.ofStandardInput();
        View view = View.first(stty.size()).after(first);
        try (FullScreen terminal = new FullScreen(stty, new FileOutputStream(FileDescriptor.out), look)) {
            terminal.enter();
            new Keyboard(new FileInputStream(FileDescriptor.in), key -> steps.add(seen -> seen.after(key))).start();
            boolean signalled = Resizes.listen(() -> measure(stty));
            new Looking(source, steps::add).start(interval, signalled ? () -> {} : () -> measure(stty));
            while (view.page() != View.Page.LEFT) {
                terminal.show(screen.lines(view, System.currentTimeMillis()), view.size());
                view = next(view);
                if (view.page() == View.Page.SUSPENDED) {
                    terminal.suspend();
                    view = view.resumed().sized(stty.size());
                }
            }
        }
    }

    /** The view after all that has happened meanwhile; the same after a second in which nothing has. */
    private View next(View view) throws InterruptedException {
        UnaryOperator<View> step = steps.poll(1, TimeUnit.SECONDS);
        View next = view;
        while (step != null && next.page() != View.Page.LEFT && next.page() != View.Page.SUSPENDED) {
            next = step.apply(next);
            step = next.page() == View.Page.SUSPENDED ? null : steps.poll();
        }
        return next;
    }

    private void measure(Stty stty) {
        try {
            var size = stty.size();
            steps.add(view -> view.sized(size));
        } catch (IOException gone) {
            // The keyboard tells.
        }
    }
}
