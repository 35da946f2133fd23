package io.fdscope.jmc.ui.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;

/** Does what its input says, a line each, and answers each with lines up to a full stop. Ends with its input, or by itself. */
public final class PageHost {
    private static final int LIFETIME_SECONDS = 120;

    private PageHost() {}

    /** Without arguments. */
    public static void main(String[] arguments) {
        background(PageHost::live, "lifetime");
        Display display = new Display();
        Orders orders = new Orders(display);
        background(() -> obey(orders), "orders");
        while (!display.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private static void background(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void live() {
        try {
            TimeUnit.SECONDS.sleep(LIFETIME_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(9);
    }

    private static void obey(Orders orders) {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(orders.obey(line) + "\n.");
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace(System.out);
            Runtime.getRuntime().halt(1);
        }
    }
}
