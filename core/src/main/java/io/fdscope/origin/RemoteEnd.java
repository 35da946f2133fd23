package io.fdscope.origin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Objects;

/**
 * Where a socket connects to, or who has connected to it. Keeps the JDK's address and words it when it is asked: most
 * sockets are gone before anybody does. Never looks a name up. Immutable.
 */
public final class RemoteEnd {
    private final InetAddress address;
    private final String name;
    private final int port;

    private RemoteEnd(InetAddress address, String name, int port) {
        this.address = address;
        this.name = name;
        this.port = port;
    }

    /** As the application gave it: an internet address, resolved or not, or a path; all else is nowhere. */
    public static RemoteEnd of(SocketAddress given) {
        if (given instanceof InetSocketAddress inet) {
            InetAddress resolved = inet.getAddress();
            return resolved == null
                    ? new RemoteEnd(null, inet.getHostString(), inet.getPort())
                    : of(resolved, inet.getPort());
        }
        String path = given instanceof UnixDomainSocketAddress ? given.toString() : ""; // its path
        return new RemoteEnd(null, path, 0);
    }

    /**
     * An internet address.
     *
     * @param port 0 to 65,535
     */
    public static RemoteEnd of(InetAddress address, int port) {
        return new RemoteEnd(address, "", port);
    }

    /** Name or address as the application gave it; the path of a unix-domain socket; empty where it gave none. */
    public String host() {
        return address == null ? name : new InetSocketAddress(address, port).getHostString();
    }

    /** The address in numbers; empty where it is not resolved, or none of the internet's. */
    public String address() {
        return address == null ? "" : address.getHostAddress();
    }

    /** 0 to 65,535; 0 where there is none. */
    public int port() {
        return port;
    }

    /** {@code db-1:3306}, or the path of a unix-domain socket. */
    public String endpoint() {
        return port == 0 ? host() : host() + ":" + port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemoteEnd that
                && port == that.port
                && Objects.equals(address, that.address)
                && host().equals(that.host());
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, port);
    }

    @Override
    public String toString() {
        return endpoint();
    }
}
