package io.fdscope.agent;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Collection;

/** Takes all descriptors that a process may have, those too that the JVM holds for a moment only. */
public final class LastDescriptors {
    private static final int REFUSALS = 30;

    private LastDescriptors() {}

    /**
     * Opens sockets until the kernel has refused one thirty times in a row, a millisecond apart.
     *
     * @return what the JDK says of the refusal
     */
    public static String take(Collection<? super SocketChannel> into) {
        String refusal = "";
        for (int refused = 0; refused < REFUSALS; refused++) {
            try {
                while (true) {
                    into.add(SocketChannel.open());
                    refused = 0;
                }
            } catch (IOException e) {
                refusal = e.getMessage();
                pause();
            }
        }
        return refusal;
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
