package io.fdscope.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The terminal as one screen, from which it goes back to what it was: when closed, and whichever way the process ends but
 * for SIGKILL.
 */
public final class FullScreen implements AutoCloseable {
    private static final String CSI = "\u001b[";
    /** The other screen, no cursor, no line that goes on by itself. */
    private static final String ENTER = CSI + "?1049h" + CSI + "?25l" + CSI + "?7l";

    private static final String LEAVE = CSI + "0m" + CSI + "?7h" + CSI + "?25h" + CSI + "?1049l";

    private final Stty stty;
    private final OutputStream out;
    private final Charset charset;
    private final Painter painter;
    private final Thread atExit = new Thread(this::leaveAtExit, "fdscope-screen");
    private boolean entered;

    /** @param out the terminal, unbuffered */
    public FullScreen(Stty stty, OutputStream out, Look look) {
        this.stty = stty;
        this.out = out;
        this.charset = look.unicode() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        this.painter = new Painter(look.palette());
    }

    /** Takes the terminal. */
    public synchronized void enter() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
        entered = true;
        stty.keysOneByOne();
        painter.forget();
        send(ENTER);
    }

    /** Shows these lines. */
    public synchronized void show(List<Line> lines, Size size) throws IOException {
        if (entered) {
            send(painter.paint(lines, size));
        }
    }

    /** Gives the terminal back, stops this process as ctrl-Z does, and takes it again when the process goes on. */
    public void suspend() throws IOException {
        close();
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        enter();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(charset));
        out.flush();
    }

    private synchronized void leave() throws IOException {
        if (entered) {
            entered = false;
            send(LEAVE);
            stty.restore();
        }
    }

    private void leaveAtExit() {
        try {
            leave();
        } catch (IOException gone) {
            // There is no terminal any more.
        }
    }

    /** Gives the terminal back. */
    @Override
    public void close() throws IOException {
        try {
            leave();
        } finally {
            forgetExit();
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException endsAlready) {
            // It does no harm then: what is left is left once.
        }
    }
}
