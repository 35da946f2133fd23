package io.fdscope.descriptor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * One end of an internet socket. IPv4 is held as an IPv4-mapped IPv6 address and printed as IPv4.
 *
 * @param high the first eight bytes of the address, in network order
 * @param low the last eight bytes
 * @param port 0 to 65,535; 0 is none
 */
public record Endpoint(long high, long low, int port) {
    /** No address and no port: nothing is known, or the socket has none. */
    public static final Endpoint NONE = new Endpoint(0, 0, 0);

    private static final long MAPPED = 0xffffL << 32;
    private static final long INT_MASK = 0xffff_ffffL;

    /** @throws IllegalArgumentException if the port is out of range */
    public Endpoint {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
    }

    /** The low half of the IPv4-mapped address of four bytes in network order. */
    public static long mapped(int ipv4) {
        return MAPPED | (ipv4 & INT_MASK);
    }

    /** The address without brackets: {@code 127.0.0.1}, {@code 0:0:0:0:0:0:0:1}. Never looked up in the DNS. */
    public String address() {
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    /** {@code 127.0.0.1:80}, {@code [0:0:0:0:0:0:0:1]:80}, {@code *:80} for any address, or empty for none. */
    @Override
    public String toString() {
        boolean any = high == 0 && (low & ~MAPPED) == 0;
        if (any) {
            return port == 0 ? "" : "*:" + port;
        }
        String address = address();
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
