package org.example.leak;

import java.io.IOException;
import java.net.Socket;
import org.example.Runner;

/** Drops sockets without closing them, and has the garbage collected twice a second. */
public final class CollectedSockets {
    private static final int COLLECT_EVERY = 10;
    private static int lost;

    private CollectedSockets() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(CollectedSockets::lose));
    }

    private static void lose() throws IOException {
        create();
        if (++lost % COLLECT_EVERY == 0) {
            System.gc();
        }
    }

    private static void create() throws IOException {
        new Socket().setReuseAddress(true); // LEAK
    }
}
