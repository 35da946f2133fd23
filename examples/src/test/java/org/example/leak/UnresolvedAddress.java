package org.example.leak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import org.example.Runner;

/** Connects channels to a host name that nobody has resolved; that throws and leaves them open. */
public final class UnresolvedAddress {
    private UnresolvedAddress() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(UnresolvedAddress::create));
    }

    private static void create() throws IOException {
        SocketChannel channel = SocketChannel.open(); // LEAK
        try {
            channel.connect(InetSocketAddress.createUnresolved("orders.invalid", 80));
        } catch (UnresolvedAddressException expected) {
            Forgotten.keep(channel);
        }
    }
}
