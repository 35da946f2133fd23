package io.fdscope.procfs;

import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;

/**
 * Tables of which only the inode matters: netlink (field 9) and packet (field 8).
 *
 * <pre>
 * sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode
 * 0000000000000000 0   1234       00000111 0        0        0     2        0        18343
 *
 * sk               RefCnt Type Proto  Iface R Rmem   User   Inode
 * 0000000000000000 3      3    0003   2     1 0      0      18345
 * </pre>
 */
final class PlainTableFormat implements SocketTableFormat {
    static final PlainTableFormat NETLINK = new PlainTableFormat(Protocol.NETLINK, 9);
    static final PlainTableFormat PACKET = new PlainTableFormat(Protocol.PACKET, 8);

    private final Protocol protocol;
    private final int inodeField;

    private PlainTableFormat(Protocol protocol, int inodeField) {
        this.protocol = protocol;
        this.inodeField = inodeField;
    }

    @Override
    public boolean parse(KernelLines lines, SocketRow row) {
        lines.skipTokens(inodeField);
        long inode = lines.decimal();
        row.ends().clear();
        row.set(protocol, SocketState.OPEN, inode);
        return inode >= 0;
    }
}
