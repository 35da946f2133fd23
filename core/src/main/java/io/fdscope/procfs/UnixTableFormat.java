package io.fdscope.procfs;

import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;

/**
 * {@code /proc/self/net/unix}. Fields: 0 address of the socket, 1 references, 2 protocol, 3 flags, 4 type, 5 state,
 * 6 inode, 7 path (which may hold blanks, and may be absent).
 *
 * <pre>
 * Num       RefCount Protocol Flags    Type St Inode Path
 * 0000000000000000: 00000002 00000000 00010000 0001 01 18340 /run/systemd/private
 * </pre>
 *
 * Type is SOCK_STREAM 1, SOCK_DGRAM 2 or SOCK_SEQPACKET 5; flag 0x10000 (SO_ACCEPTCON) means that it listens.
 */
final class UnixTableFormat implements SocketTableFormat {
    private static final long LISTENS = 0x10000;

    @Override
    public boolean parse(KernelLines lines, SocketRow row) {
        lines.skipTokens(3);
        long flags = lines.hex();
        long type = lines.hex();
        long state = lines.hex();
        long inode = lines.decimal();
        if (flags < 0 || type < 0 || state < 0 || inode < 0) {
            return false;
        }
        row.ends().clear();
        row.set(protocol((int) type), state(flags, (int) state), inode);
        return true;
    }

    private static Protocol protocol(int type) {
        return switch (type) {
            case 1 -> Protocol.UNIX_STREAM;
            case 2 -> Protocol.UNIX_DGRAM;
            case 5 -> Protocol.UNIX_SEQPACKET;
            default -> Protocol.UNKNOWN;
        };
    }

    /** SS_UNCONNECTED to SS_DISCONNECTING, {@code include/uapi/linux/net.h}. */
    private static SocketState state(long flags, int state) {
        if ((flags & LISTENS) != 0) {
            return SocketState.UNIX_LISTENING;
        }
        return switch (state) {
            case 1 -> SocketState.UNIX_UNCONNECTED;
            case 2 -> SocketState.UNIX_CONNECTING;
            case 3 -> SocketState.UNIX_CONNECTED;
            case 4 -> SocketState.UNIX_DISCONNECTING;
            default -> SocketState.UNKNOWN;
        };
    }
}
