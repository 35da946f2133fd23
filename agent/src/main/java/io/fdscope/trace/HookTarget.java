package io.fdscope.trace;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.ConnectAttempt.Outcome;
import io.fdscope.origin.RemoteEnd;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.SocketTracer;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;

/** All hooks: those on coming and going, and here those on connecting, which a release ends as well. */
final class HookTarget extends LifeHooks {
    private final Connects connects = new Connects();

    HookTarget(SocketTracer tracer, Faults faults) {
        super(tracer, faults);
    }

    @Override
    public void connecting(FileDescriptor descriptor, Object remote, int port) {
        try {
            Thread me = Thread.currentThread();
            if (reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    Connecting connecting = Connecting.to(remote, port, descriptor, listener.connecting());
                    connects.begin(fd, connecting);
                    tracer.connected(fd, connecting.pending());
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    @Override
    public void connected(FileDescriptor descriptor, boolean completed) {
        try {
            Thread me = Thread.currentThread();
            if (completed && reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    Connecting connecting = connects.end(fd, descriptor);
                    if (connecting != null) {
                        ConnectAttempt attempt = connecting.pending().ended(Outcome.SUCCEEDED, "");
                        tracer.connected(fd, attempt);
                        listener.connected(connecting.begun(), tracer.creationId(fd), fd, attempt);
                    }
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    /** Where nothing is under way any more, the descriptor is gone already, and its release has told the outcome. */
    @Override
    public void connectFailed(Throwable failure, FileDescriptor descriptor) {
        try {
            Thread me = Thread.currentThread();
            if (descriptor != null && reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    Connecting connecting = connects.end(fd, descriptor);
                    if (connecting != null) {
                        ConnectAttempt attempt = connecting.pending().ended(Outcome.FAILED, failure.toString());
                        tracer.connected(fd, attempt);
                        listener.connected(connecting.begun(), tracer.creationId(fd), fd, attempt);
                    }
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    /** Addresses without a number are refused before the connect begins, and tell where the socket was to go. */
    @Override
    public void connectThrew(Throwable failure, FileDescriptor descriptor, SocketAddress remote) {
        try {
            Thread me = Thread.currentThread();
            if (descriptor != null && isUnresolved(failure) && reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    ConnectAttempt attempt =
                            ConnectAttempt.atOnce(RemoteEnd.of(remote), Outcome.FAILED, failure.toString());
                    tracer.connected(fd, attempt);
                    listener.connected(null, tracer.creationId(fd), fd, attempt);
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    @Override
    public void datagramConnected(FileDescriptor descriptor, SocketAddress remote) {
        try {
            Thread me = Thread.currentThread();
            if (reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    ConnectAttempt attempt = ConnectAttempt.atOnce(RemoteEnd.of(remote), Outcome.SUCCEEDED, "");
                    tracer.connected(fd, attempt);
                    listener.connected(null, tracer.creationId(fd), fd, attempt);
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    @Override
    public void datagramFailed(Throwable failure, FileDescriptor descriptor, SocketAddress remote) {
        try {
            Thread me = Thread.currentThread();
            if (isOutcome(failure) && reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    ConnectAttempt attempt =
                            ConnectAttempt.atOnce(RemoteEnd.of(remote), Outcome.FAILED, failure.toString());
                    tracer.connected(fd, attempt);
                    listener.connected(null, tracer.creationId(fd), fd, attempt);
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    /** Whatever cannot be told for want of memory: the tracer would keep a socket that is closed. */
    @Override
    public void releasing(FileDescriptor descriptor) {
        try {
            Thread me = Thread.currentThread();
            if (reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    try {
                        SocketListener told = listener;
                        long id = told.isListening() ? tracer.creationId(fd) : 0;
                        Connecting connecting = connects.end(fd, descriptor);
                        if (connecting != null) {
                            ConnectAttempt attempt = connecting.pending().ended(Outcome.FAILED, "");
                            tracer.connected(fd, attempt);
                            told.connected(connecting.begun(), id, fd, attempt);
                        }
                        if (id != 0) {
                            told.closed(id, fd, tracer.createdNanos(fd));
                        }
                    } finally {
                        tracer.releasing(fd);
                    }
                } finally {
                    reentry.leave(me);
                }
            }
        } catch (Throwable e) {
            try {
                faults.record(Edge.HOOK, e);
            } catch (Throwable uncounted) {
                // No room on the stack.
            }
        }
    }

    private static boolean isUnresolved(Throwable failure) {
        return failure instanceof UnresolvedAddressException || failure instanceof UnknownHostException;
    }

    /** A socket that is connected already stays what it is; the number of a closed one may belong to another. */
    private static boolean isOutcome(Throwable failure) {
        boolean failed = failure instanceof IOException && !(failure instanceof ClosedChannelException);
        return failed || isUnresolved(failure);
    }
}
