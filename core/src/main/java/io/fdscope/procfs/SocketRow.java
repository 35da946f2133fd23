package io.fdscope.procfs;

import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;

/** One row of a socket table, in a carrier that is used again for the next row. */
public final class SocketRow {
    private final EndpointPair ends = new EndpointPair();
    private Protocol protocol = Protocol.UNKNOWN;
    private SocketState state = SocketState.UNKNOWN;
    private long inode;

    void set(Protocol rowProtocol, SocketState rowState, long rowInode) {
        protocol = rowProtocol;
        state = rowState;
        inode = rowInode;
    }

    public Protocol protocol() {
        return protocol;
    }

    public SocketState state() {
        return state;
    }

    /** The socket's inode number; 0 for sockets without a descriptor. */
    public long inode() {
        return inode;
    }

    /** Both ends; none for unix, netlink and packet sockets. */
    public EndpointPair ends() {
        return ends;
    }
}
