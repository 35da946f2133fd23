package org.example;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;

/**
 * The remote end of a program, as its first argument names it.
 *
 * @param address a port of the loopback interface, or the path of a unix-domain socket
 */
public record Remote(String address) {
    /** What the program was started with. */
    public static Remote of(String[] arguments) {
        return new Remote(arguments[0]);
    }

    /** For TCP. */
    public InetSocketAddress tcp() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(address));
    }

    /** For a unix-domain socket. */
    public UnixDomainSocketAddress unix() {
        return UnixDomainSocketAddress.of(address);
    }
}
