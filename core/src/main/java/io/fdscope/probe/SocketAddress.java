package io.fdscope.probe;

import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.EndpointPair;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A {@code struct sockaddr} as the kernel writes it: the family in the machine's byte order, port and address in the
 * network's.
 *
 * <pre>
 * AF_UNIX (1)      2 path (up to 108 bytes, without a 0 where it takes all of them)
 * AF_INET (2)      2 port, 4 address (4 bytes)
 * AF_INET6 (10)    2 port, 4 flow label, 8 address (16 bytes)
 * AF_NETLINK (16)  4 port id
 * </pre>
 */
final class SocketAddress {
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int AF_NETLINK = 16;

    private SocketAddress() {}

    /** The port, or a netlink socket's port id; none is 0, another family −1. */
    static int port(ByteBuffer from, int at) {
        return switch (from.getShort(at)) {
            case AF_INET, AF_INET6 -> inetPort(from, at);
            case AF_NETLINK -> from.getInt(at + 4) == 0 ? 0 : 1;
            default -> KernelCalls.NONE;
        };
    }

    static void local(ByteBuffer from, int at, EndpointPair into) {
        into.localHigh = high(from, at);
        into.localLow = low(from, at);
        into.localPort = isInet(from, at) ? inetPort(from, at) : 0;
    }

    static void remote(ByteBuffer from, int at, EndpointPair into) {
        into.remoteHigh = high(from, at);
        into.remoteLow = low(from, at);
        into.remotePort = isInet(from, at) ? inetPort(from, at) : 0;
    }

    /**
     * The path of a unix socket; empty where there is none, and for an abstract name, which begins with a 0.
     *
     * @param length of the whole address, as the kernel says
     */
    static String path(ByteBuffer from, int at, int length) {
        if (from.getShort(at) != AF_UNIX) {
            return "";
        }
        int end = at + 2;
        while (end < at + length && from.get(end) != 0) {
            end++;
        }
        byte[] path = new byte[end - at - 2];
        from.get(at + 2, path);
        return new String(path, StandardCharsets.UTF_8);
    }

    private static boolean isInet(ByteBuffer from, int at) {
        int family = from.getShort(at);
        return family == AF_INET || family == AF_INET6;
    }

    private static int inetPort(ByteBuffer from, int at) {
        return (from.get(at + 2) & 0xff) << 8 | (from.get(at + 3) & 0xff);
    }

    private static long high(ByteBuffer from, int at) {
        return from.getShort(at) == AF_INET6 ? network(from, at + 8, 8) : 0;
    }

    private static long low(ByteBuffer from, int at) {
        return switch (from.getShort(at)) {
            case AF_INET -> Endpoint.mapped((int) network(from, at + 4, 4));
            case AF_INET6 -> network(from, at + 16, 8);
            default -> 0;
        };
    }

    private static long network(ByteBuffer from, int at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | (from.get(at + i) & 0xff);
        }
        return value;
    }
}
