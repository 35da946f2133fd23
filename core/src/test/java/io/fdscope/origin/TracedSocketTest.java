package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TracedSocketTest {
    private final SiteTable sites = new SiteTable();
    private final TracedSocket socket = new TracedSocket(1, OpenedBy.SOCKET, 0, null);

    /** A stack for which there is no memory, each time it is asked for. */
    private static final class Unreadable extends Throwable {
        private static final long serialVersionUID = 1;

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new OutOfMemoryError("a stack");
        }
    }

    private void isForgottenOnce() {
        assertThatThrownBy(() -> socket.settle(sites)).isInstanceOf(OutOfMemoryError.class);
        assertThat(socket.settle(sites)).isTrue(); // There is nothing left to read.
    }

    @Test
    void aStackThatCannotBeReadIsForgottenAndTheSocketStays() {
        socket.sample(1, new Unreadable());
        isForgottenOnce();

        assertThat(socket.site()).isEmpty();
        assertThat(socket.weight()).isEqualTo(1);
    }

    @Test
    void ofADroppedSocketToo() {
        socket.sample(1, new Unreadable());
        socket.dropped();
        isForgottenOnce();

        assertThat(sites.all()).isEmpty();
    }

    @Test
    void aClosingThatCannotBeReadLeavesTheSiteKnown() {
        socket.sample(1, new Throwable());
        socket.closedInJava(1, new Unreadable());
        isForgottenOnce();

        assertThat(socket.site()).isPresent();
        assertThat(socket.isClosedInJava()).isTrue();
    }
}
