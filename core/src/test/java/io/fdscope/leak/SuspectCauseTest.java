package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.shop.Shop;
import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fixture.Attempts;
import io.fdscope.origin.ConnectAttempt.Outcome;
import io.fdscope.origin.OpenedBy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of dead sockets, by what the program did and what the kernel hints at. */
class SuspectCauseTest {
    private static final Outcome NONE = null;
    private static final int SOCKETS = 10;

    static Stream<Arguments> unconnected() {
        return Stream.of(
                arguments(OpenedBy.SOCKET, NONE, Cause.UNKNOWN, SuspectCause.NEVER_CONNECTED),
                arguments(OpenedBy.SOCKET, NONE, Cause.NEVER_CONNECTED_NOR_BOUND, SuspectCause.NEVER_CONNECTED),
                arguments(OpenedBy.SERVER_SOCKET, NONE, Cause.NEVER_CONNECTED_NOR_BOUND, SuspectCause.NEVER_CONNECTED),
                arguments(OpenedBy.SOCKET, NONE, Cause.CONNECT_FAILED_OR_BOUND_ONLY, SuspectCause.BOUND_ONLY),
                arguments(OpenedBy.SOCKET, NONE, Cause.BOUND_ONCE, SuspectCause.BOUND_ONLY),
                arguments(OpenedBy.SOCKET, NONE, Cause.CONNECT_FAILED, SuspectCause.CONNECT_FAILED),
                arguments(OpenedBy.SOCKET, Outcome.FAILED, Cause.BOUND_ONCE, SuspectCause.CONNECT_FAILED),
                arguments(
                        OpenedBy.SOCKET, Outcome.PENDING, Cause.CONNECT_FAILED_OR_RESET, SuspectCause.CONNECT_FAILED));
    }

    static Stream<Arguments> connected() {
        return Stream.of(
                arguments(OpenedBy.SOCKET, Outcome.SUCCEEDED, Cause.RESET, SuspectCause.RESET),
                arguments(OpenedBy.SOCKET, Outcome.SUCCEEDED, Cause.CONNECT_FAILED_OR_RESET, SuspectCause.RESET),
                arguments(OpenedBy.SOCKET, Outcome.SUCCEEDED, Cause.RESET_OR_CLOSED, SuspectCause.CONNECTION_OVER),
                arguments(
                        OpenedBy.SOCKET, Outcome.SUCCEEDED, Cause.CLOSED_AFTER_SHUTDOWN, SuspectCause.CONNECTION_OVER),
                arguments(OpenedBy.SOCKET, Outcome.SUCCEEDED, Cause.BOUND_ONCE, SuspectCause.CONNECTION_OVER),
                arguments(OpenedBy.ACCEPT, NONE, Cause.CONNECT_FAILED_OR_BOUND_ONLY, SuspectCause.CONNECTION_OVER),
                arguments(OpenedBy.ACCEPT, Outcome.SUCCEEDED, Cause.UNKNOWN, SuspectCause.CONNECTION_OVER));
    }

    static Stream<Arguments> ofOtherKinds() {
        return Stream.of(
                arguments(OpenedBy.UNIX, NONE, Cause.UNKNOWN, SuspectCause.NEVER_CONNECTED),
                arguments(OpenedBy.UNIX_ACCEPT, NONE, Cause.UNKNOWN, SuspectCause.UNIX_NOT_CLOSED));
    }

    @ParameterizedTest
    @MethodSource({"unconnected", "connected", "ofOtherKinds"})
    void causeIsWhatWasSeen(OpenedBy by, Outcome outcome, Cause hint, SuspectCause expected) {
        WatchedProgram program = new WatchedProgram();
        program.hints(hint);
        program.are(0, SOCKETS, by == OpenedBy.UNIX ? SocketState.UNIX_UNCONNECTED : SocketState.UNIDENTIFIED);
        for (int fd = 0; fd < SOCKETS; fd++) {
            new Shop(program.ledger).open(fd, by);
            if (outcome != null) {
                program.ledger.connected(
                        fd, Attempts.at(System.nanoTime(), Attempts.end("h", "192.0.2.1", 80), outcome));
            }
        }
        program.scanAt(1);
        assertThat(program.scanAt(31).standing()).extracting(Suspect::cause).containsExactly(expected);
    }
}
