package io.fdscope.origin;

/** How Java came by a socket. */
public enum OpenedBy {
    /** A stream socket of a client, whichever API asked for it. */
    SOCKET("socket", "tcp"),
    SERVER_SOCKET("serverSocket", "tcp"),
    ACCEPT("accept", "tcp"),
    DATAGRAM("datagram", "udp"),
    /** A unix-domain socket, of a client or a server: the JDK makes both alike. */
    UNIX("unix", "unix"),
    UNIX_ACCEPT("unixAccept", "unix");

    private final String label;
    private final String protocol;

    OpenedBy(String label, String protocol) {
        this.label = label;
        this.protocol = protocol;
    }

    /** Short name in camel case, as events show it. */
    public String label() {
        return label;
    }

    /** {@code tcp}, {@code udp} or {@code unix}. */
    public String protocol() {
        return protocol;
    }
}
