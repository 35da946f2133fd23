package io.fdscope.trace;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.RemoteEnd;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.SocketTracer;
import io.fdscope.procfs.NoDescriptorLeft;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.util.Objects;
import sun.nio.ch.FdscopeHook1;

/**
 * The hooks on how sockets come and go.
 *
 * <p>Nothing leaves a hook but by returning. All of its work is inside its own {@code try}, even the counting of what
 * failed, because with the stack nearly full any call may overflow it. They look alike for want of a method in between:
 * the listener is to be called from the hook itself.
 */
abstract class LifeHooks extends FdscopeHook1 {
    final SocketTracer tracer;
    final Faults faults;
    final Reentry reentry = new Reentry();
    volatile SocketListener listener = SocketListener.NONE;

    LifeHooks(SocketTracer tracer, Faults faults) {
        this.tracer = tracer;
        this.faults = faults;
        Objects.requireNonNull(NoDescriptorLeft.class); // Loads it, while a class path can still be opened.
    }

    @Override
    public final void opened(FileDescriptor descriptor, int code) {
        try {
            Thread me = Thread.currentThread();
            if (reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    OpenedBy by = OpenedCode.meaning(code);
                    listener.opened(tracer.opened(fd, by), fd, by);
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
    public final void accepted(FileDescriptor descriptor, SocketAddress peer) {
        try {
            Thread me = Thread.currentThread();
            if (reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    OpenedBy by = peer instanceof UnixDomainSocketAddress ? OpenedBy.UNIX_ACCEPT : OpenedBy.ACCEPT;
                    listener.opened(tracer.accepted(fd, by, RemoteEnd.of(peer)), fd, by);
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
    public final void acceptedFrom(int port, InetAddress address, FileDescriptor descriptor) {
        try {
            Thread me = Thread.currentThread();
            if (reentry.enter(me)) {
                try {
                    int fd = number(descriptor);
                    RemoteEnd peer = RemoteEnd.of(address, port);
                    listener.opened(tracer.accepted(fd, OpenedBy.ACCEPT, peer), fd, OpenedBy.ACCEPT);
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
    public final void openFailed(Throwable failure, int code) {
        try {
            Thread me = Thread.currentThread();
            if (NoDescriptorLeft.is(failure) && reentry.enter(me)) {
                try {
                    tracer.openFailed(OpenedCode.meaning(code), (IOException) failure);
                    listener.exhausted((IOException) failure);
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
    public final void acceptFailed(Throwable failure, ProtocolFamily family) {
        try {
            Thread me = Thread.currentThread();
            if (NoDescriptorLeft.is(failure) && reentry.enter(me)) {
                try {
                    boolean unix = family == StandardProtocolFamily.UNIX;
                    tracer.openFailed(unix ? OpenedBy.UNIX_ACCEPT : OpenedBy.ACCEPT, (IOException) failure);
                    listener.exhausted((IOException) failure);
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
    public final void closed(boolean released, FileDescriptor descriptor) {
        try {
            Thread me = Thread.currentThread();
            if (!released && reentry.enter(me)) {
                try {
                    tracer.closedInJava(number(descriptor));
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
}
