package io.fdscope.leak;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracedSocket;
import io.fdscope.sample.Scan;
import java.util.Optional;

/**
 * What is wrong with a socket that is dead. What the program itself did with it is proof; the kernel's hints say the rest,
 * of what it has left.
 */
final class CauseFinder {
    private final Scan scan;

    CauseFinder(Scan scan) {
        this.scan = scan;
    }

    /** What the ledger knows without asking the kernel. */
    static Optional<SuspectCause> known(TracedSocket socket) {
        if (socket.isClosedInJava()) {
            return Optional.of(SuspectCause.HELD_AFTER_CLOSE);
        }
        return switch (socket.openedBy()) {
            case DATAGRAM -> Optional.of(SuspectCause.DATAGRAM_NOT_CLOSED);
            case UNIX -> Optional.of(SuspectCause.NEVER_CONNECTED);
            case UNIX_ACCEPT -> Optional.of(SuspectCause.UNIX_NOT_CLOSED);
            case ACCEPT -> Optional.empty();
            case SOCKET, SERVER_SOCKET ->
                socket.attempt().map(ConnectAttempt::outcome).flatMap(CauseFinder::known);
        };
    }

    private static Optional<SuspectCause> known(ConnectAttempt.Outcome outcome) {
        return outcome == ConnectAttempt.Outcome.SUCCEEDED
                ? Optional.empty()
                : Optional.of(SuspectCause.CONNECT_FAILED);
    }

    /** With the kernel's hint at a socket that the ledger has no answer for. */
    SuspectCause asked(int fd, TracedSocket socket) {
        return wasConnected(socket) ? ofConnected(hint(fd)) : ofUnconnected(hint(fd), SuspectCause.NEVER_CONNECTED);
    }

    static boolean wasConnected(TracedSocket socket) {
        return socket.openedBy() == OpenedBy.ACCEPT || socket.attempt().isPresent();
    }

    /** With the kernel's hint at a socket that the ledger has never heard of. */
    SuspectCause asked(int fd) {
        return ofUnconnected(hint(fd), SuspectCause.UNKNOWN);
    }

    private Cause hint(int fd) {
        return scan.table()
                .get(fd)
                .flatMap(scan.details()::of)
                .map(Descriptor::cause)
                .orElse(Cause.UNKNOWN);
    }

    private static SuspectCause ofConnected(Cause hint) {
        return switch (hint) {
            case RESET, CONNECT_FAILED, CONNECT_FAILED_OR_RESET -> SuspectCause.RESET; // An error waits to be read.
            default -> SuspectCause.CONNECTION_OVER;
        };
    }

    private static SuspectCause ofUnconnected(Cause hint, SuspectCause withoutHint) {
        return switch (hint) {
            case NEVER_CONNECTED_NOR_BOUND -> SuspectCause.NEVER_CONNECTED;
            case CONNECT_FAILED -> SuspectCause.CONNECT_FAILED;
            case CONNECT_FAILED_OR_BOUND_ONLY, BOUND_ONCE ->
                withoutHint == SuspectCause.UNKNOWN ? withoutHint : SuspectCause.BOUND_ONLY;
            case RESET -> SuspectCause.RESET;
            case RESET_OR_CLOSED, CLOSED_AFTER_SHUTDOWN -> SuspectCause.CONNECTION_OVER;
            case NEVER_BOUND -> SuspectCause.DATAGRAM_NOT_CLOSED;
            default -> withoutHint;
        };
    }
}
