package io.fdscope.probe;

import io.fdscope.descriptor.EndpointPair;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * System calls through methods that the JDK made for itself. They can read four bytes of a socket option and no more:
 * neither counters nor the namespace.
 */
final class JdkCalls implements KernelCalls {
    private static final int TYPE_MASK = 0170000;
    private static final int S_IFSOCK = 0140000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int EBADF = 9;
    private static final int EINVAL = 22;

    private final JdkInternals jdk;
    private final FileDescriptor descriptor = new FileDescriptor();
    private int refusal;
    private final ByteBuffer buffer = CallBuffer.allocate();
    private final long pollAddress;

    private JdkCalls(JdkInternals jdk) throws Throwable {
        this.jdk = jdk;
        this.pollAddress = (long) jdk.address().invoke((Object) buffer) + CallBuffer.POLL;
    }

    /**
     * Finds the methods.
     *
     * @throws UnsupportedOperationException where this machine is none for it
     * @throws ReflectiveOperationException if this JDK has others, or {@code java.base} is not open to us
     */
    static JdkCalls resolve(PackageOpener opener) throws ReflectiveOperationException {
        KernelCalls.checkArchitecture();
        JdkInternals internals = JdkInternals.find(opener);
        try {
            return new JdkCalls(internals);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public KernelCalls another() {
        try {
            return resolve(PackageOpener.NONE); // It is open by now.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@code epoll_ctl(2)} of a number on itself, which it always refuses: with EBADF where it is not open, with EPERM
     * where it cannot be polled, else with EINVAL. Costs no exception, as a refused fstat would.
     */
    @Override
    public boolean isOpen(int fd) {
        try {
            refusal = (int) jdk.epollControl().invokeExact(fd, EPOLL_CTL_DEL, fd, 0);
            return refusal != EBADF;
        } catch (Throwable e) {
            return refused(e);
        }
    }

    @Override
    public boolean isPollable() {
        return refusal == EINVAL;
    }

    @Override
    public void prepare(int from, int count) {
        CallBuffer.preparePoll(buffer, from, count);
    }

    @Override
    public void leaveOut(int index) {
        CallBuffer.leaveOut(buffer, index);
    }

    @Override
    public boolean poll(int count) {
        try {
            return (int) jdk.poll().invokeExact(pollAddress, count, 0) >= 0;
        } catch (Throwable e) {
            return refused(e);
        }
    }

    @Override
    public int revents(int index) {
        return CallBuffer.revents(buffer, index);
    }

    /** The JDK's fstat waits for a file server that is dead, so it is for what has just answered as a socket. */
    @Override
    public boolean stat(int fd) {
        if (option(fd, SOL_SOCKET, SO_TYPE) == NONE) {
            return false;
        }
        try {
            jdk.fstat().invokeExact(fd);
            return isSocket();
        } catch (Throwable e) {
            return refused(e);
        }
    }

    @Override
    public boolean isSocket() {
        return ((int) number(jdk.mode()) & TYPE_MASK) == S_IFSOCK;
    }

    @Override
    public long inode() {
        return number(jdk.inode());
    }

    @Override
    public boolean isUnlinked() {
        return number(jdk.links()) == 0;
    }

    @Override
    public boolean statsFiles() {
        return false;
    }

    @Override
    public int option(int fd, int level, int name) {
        try {
            jdk.setNumber().invokeExact(descriptor, fd);
            return (int) jdk.option().invokeExact(descriptor, false, level, name);
        } catch (Throwable e) {
            refused(e);
            return NONE;
        }
    }

    @Override
    public int localPort(int fd) {
        try {
            jdk.setNumber().invokeExact(descriptor, fd);
            return (int) jdk.localPort().invokeExact(descriptor);
        } catch (Throwable e) {
            refused(e);
            return NONE;
        }
    }

    @Override
    public int netlinkPort(int fd) {
        return NONE;
    }

    /**
     * By {@code getpeername(2)}, whatever is taken for a port there; it costs an exception where there is no peer.
     * SO_PEERCRED would cost none, but tells of the peer's process: 0 as well where that is in a pid namespace which
     * ours does not see, as outside a container, and for datagram sockets that have connected.
     */
    @Override
    public boolean hasPeer(int fd) {
        try {
            jdk.setNumber().invokeExact(descriptor, fd);
            return (int) jdk.remotePort().invokeExact(descriptor) >= 0;
        } catch (Throwable e) {
            return refused(e); // ENOTCONN, as a rule.
        }
    }

    @Override
    public void ends(int fd, EndpointPair into) {
        into.clear();
        try {
            jdk.setNumber().invokeExact(descriptor, fd);
            InetAddress local = (InetAddress) jdk.localAddress().invokeExact(descriptor);
            into.localHigh = InetBytes.high(local);
            into.localLow = InetBytes.low(local);
            into.localPort = (int) jdk.localPort().invokeExact(descriptor);
            InetAddress remote = (InetAddress) jdk.remoteAddress().invokeExact(descriptor);
            into.remoteHigh = InetBytes.high(remote);
            into.remoteLow = InetBytes.low(remote);
            into.remotePort = (int) jdk.remotePort().invokeExact(descriptor);
        } catch (Throwable e) {
            refused(e); // Without a remote end, as a rule.
        }
    }

    @Override
    public String path(int fd) {
        try {
            if ((boolean) jdk.unixUnused().invokeExact()) {
                return ""; // Not made by Java: another's, or native code's.
            }
            jdk.setNumber().invokeExact(descriptor, fd);
            byte[] path = (byte[]) jdk.localPath().invokeExact(descriptor);
            return new String(path, StandardCharsets.UTF_8);
        } catch (Throwable e) {
            refused(e);
            return "";
        }
    }

    @Override
    public void learnNamespace() {}

    @Override
    public boolean tellsNamespaces() {
        return false;
    }

    @Override
    public boolean isForeign(int fd) {
        return false;
    }

    @Override
    public boolean traffic(int fd, TcpTraffic into) {
        return false;
    }

    private static long number(java.lang.invoke.MethodHandle field) {
        try {
            return (long) field.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the kernel refuses is an answer; anything else is none. */
    private static boolean refused(Throwable answer) {
        if (answer instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (answer instanceof Error error) {
            throw error;
        }
        return false;
    }
}
