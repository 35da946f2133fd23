package io.fdscope.trace;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.RemoteEnd;
import io.fdscope.origin.SocketTracer;
import java.io.IOException;

/** Fails at all it is asked, each time in the way that it was made for. */
final class FailingTracer implements SocketTracer {
    private final Runnable failure;

    FailingTracer(Runnable failure) {
        this.failure = failure;
    }

    static SocketTracer overflowingTheStack() {
        return new FailingTracer(FailingTracer::recurse);
    }

    @SuppressWarnings("InfiniteRecursion") // That is how a stack overflows.
    private static void recurse() {
        recurse();
    }

    @Override
    public long opened(int fd, OpenedBy by) {
        failure.run();
        return 0;
    }

    @Override
    public long accepted(int fd, OpenedBy by, RemoteEnd peer) {
        failure.run();
        return 0;
    }

    @Override
    public void openFailed(OpenedBy by, IOException failed) {
        failure.run();
    }

    @Override
    public void connected(int fd, ConnectAttempt attempt) {
        failure.run();
    }

    @Override
    public void closedInJava(int fd) {
        failure.run();
    }

    @Override
    public void releasing(int fd) {
        failure.run();
    }

    @Override
    public long creationId(int fd) {
        failure.run();
        return 0;
    }

    @Override
    public long createdNanos(int fd) {
        failure.run();
        return 0;
    }
}
