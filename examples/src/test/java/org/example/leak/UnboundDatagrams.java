package org.example.leak;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import org.example.Runner;

/** Opens datagram channels and neither binds nor closes them. */
public final class UnboundDatagrams {
    private UnboundDatagrams() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(UnboundDatagrams::create));
    }

    private static void create() throws IOException {
        DatagramChannel channel = DatagramChannel.open(); // LEAK
        Forgotten.keep(channel);
    }
}
