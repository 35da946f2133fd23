package io.fdscope.descriptor;

/** Both ends of a socket in a reusable, mutable carrier, so that reading a table of sockets allocates nothing. */
public final class EndpointPair {
    /** First eight bytes of the local address, network order. */
    public long localHigh;
    /** Last eight bytes of the local address. */
    public long localLow;
    /** 0 to 65,535. */
    public int localPort;
    /** First eight bytes of the remote address, network order. */
    public long remoteHigh;
    /** Last eight bytes of the remote address. */
    public long remoteLow;
    /** 0 to 65,535. */
    public int remotePort;
    /** What a unix-domain socket is bound to; empty where it is to nothing, or none is known. */
    public String localPath = "";

    /** Back to no address at all. */
    public void clear() {
        localHigh = 0;
        localLow = 0;
        localPort = 0;
        remoteHigh = 0;
        remoteLow = 0;
        remotePort = 0;
        localPath = "";
    }

    /** The local end, as a value. */
    public Endpoint local() {
        return new Endpoint(localHigh, localLow, localPort);
    }

    /** The remote end, as a value. */
    public Endpoint remote() {
        return new Endpoint(remoteHigh, remoteLow, remotePort);
    }

    int ports() {
        return localPort << 16 | (remotePort & 0xffff);
    }

    boolean isNone() {
        return (localHigh | localLow | remoteHigh | remoteLow) == 0 && ports() == 0;
    }
}
