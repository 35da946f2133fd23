package io.fdscope.procfs;

import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import java.nio.ByteOrder;

/**
 * tcp, udp, udplite, raw, icmp and their IPv6 twins. Fields: 0 slot, 1 local address:port, 2 remote address:port,
 * 3 state, 4 queues, 5 timer, 6 retransmits, 7 uid, 8 timeout, 9 inode.
 *
 * <pre>
 *   sl  local_address rem_address   st tx_queue rx_queue tr tm-&gt;when retrnsmt   uid  timeout inode
 *    0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 31337 1 0000000000000000 100
 * </pre>
 *
 * Addresses are 32-bit words in the byte order of the host, four of them for IPv6; ports are in plain hexadecimal.
 */
final class InetTableFormat implements SocketTableFormat {
    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final Protocol protocol;
    private final int addressWords;
    private boolean malformedAddress;

    private InetTableFormat(Protocol protocol, int addressWords) {
        this.protocol = protocol;
        this.addressWords = addressWords;
    }

    static InetTableFormat ipv4(Protocol protocol) {
        return new InetTableFormat(protocol, 1);
    }

    static InetTableFormat ipv6(Protocol protocol) {
        return new InetTableFormat(protocol, 4);
    }

    @Override
    public boolean parse(KernelLines lines, SocketRow row) {
        EndpointPair ends = row.ends();
        malformedAddress = false;
        lines.skipTokens(1);
        ends.localHigh = address(lines, 0);
        ends.localLow = address(lines, 1);
        long localPort = port(lines);
        ends.remoteHigh = address(lines, 0);
        ends.remoteLow = address(lines, 1);
        long remotePort = port(lines);
        long state = lines.hex();
        lines.skipTokens(5);
        long inode = lines.decimal();
        if (malformedAddress || localPort < 0 || remotePort < 0 || state < 0 || inode < 0) {
            return false;
        }
        ends.localPort = (int) localPort;
        ends.remotePort = (int) remotePort;
        row.set(protocol, state((int) state), inode);
        return true;
    }

    /** Reads one half of an address. The low half of an IPv4 address is its IPv4-mapped form, or 0 for any address. */
    private long address(KernelLines lines, int half) {
        if (half == 0) {
            lines.skipBlanks();
            return addressWords == 1 ? 0 : word(lines) << 32 | word(lines);
        }
        if (addressWords == 4) {
            return word(lines) << 32 | word(lines);
        }
        long word = word(lines);
        return word == 0 ? 0 : Endpoint.mapped((int) word);
    }

    /** One word in network order. */
    private long word(KernelLines lines) {
        long digits = lines.fixedHex(8);
        malformedAddress |= digits < 0;
        int word = (int) digits;
        return (LITTLE_ENDIAN ? Integer.reverseBytes(word) : word) & 0xffff_ffffL;
    }

    private static long port(KernelLines lines) {
        return lines.skip(':') ? lines.fixedHex(4) : KernelLines.MALFORMED;
    }

    private SocketState state(int number) {
        return switch (protocol) {
            case TCP, TCP6 -> SocketState.ofTcp(number).orElse(SocketState.UNKNOWN);
            case UDP, UDP6, UDPLITE, UDPLITE6 -> SocketState.UDP_BOUND;
            default -> SocketState.OPEN;
        };
    }
}
