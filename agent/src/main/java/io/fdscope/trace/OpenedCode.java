package io.fdscope.trace;

import io.fdscope.origin.OpenedBy;
import java.util.List;

/**
 * How a socket was opened, as the number that hooks pass. 0 and 1 are what the JDK itself says: whether it is a stream
 * socket.
 */
final class OpenedCode {
    private static final List<OpenedBy> MEANINGS = List.of(
            OpenedBy.DATAGRAM,
            OpenedBy.SOCKET,
            OpenedBy.SERVER_SOCKET,
            OpenedBy.ACCEPT,
            OpenedBy.UNIX,
            OpenedBy.UNIX_ACCEPT);

    private OpenedCode() {}

    static int of(OpenedBy by) {
        return MEANINGS.indexOf(by);
    }

    static OpenedBy meaning(int code) {
        return MEANINGS.get(code);
    }
}
