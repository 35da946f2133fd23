package io.fdscope.probe;

import io.fdscope.descriptor.EndpointPair;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/**
 * System calls through the foreign function interface of JDK 22 and newer. The class that makes them is compiled apart
 * ({@code src/main/java22}), lies in our jar as a plain file, and is defined inside {@code java.base}: native access by
 * anybody else prints a warning, or is refused.
 */
final class ForeignCalls implements KernelCalls {
    private static final String RESOURCE = "foreign-calls.bin";
    private static final String CALLER = "sun.nio.ch.FdscopeCalls";
    private static final int LEAST_FEATURE = 22;

    private static final int POLL = 0;
    private static final int STAT = 1;
    private static final int LOCAL_NAME = 2;
    private static final int PEER_NAME = 3;
    private static final int SOCKET = 4;
    private static final int CLOSE = 5;

    /** {@code struct statx}, the same on every architecture, {@code include/uapi/linux/stat.h}. */
    private static final int STX_NLINK = CallBuffer.STAT + 16;

    private static final int STX_MODE = CallBuffer.STAT + 28;
    private static final int STX_INO = CallBuffer.STAT + 32;
    private static final int TYPE_MASK = 0170000;
    private static final int S_IFSOCK = 0140000;

    private static final int SOL_SOCKET = 1;
    /** Since Linux 5.14: a number for each network namespace. */
    private static final int SO_NETNS_COOKIE = 71;

    private static final int SOL_TCP = 6;
    private static final int TCP_INFO = 11;

    /** Not asked for yet; the kernel's own numbers start at 1. */
    private static final long UNASKED = 0;

    private final Function<ByteBuffer, IntBinaryOperator> kernel;
    private final ByteBuffer buffer = CallBuffer.allocate();
    private final IntBinaryOperator calls;
    /** Of all that work for one probe. {@link #NONE} where the kernel does not tell. */
    private final AtomicLong ownNamespace;

    /** @param kernel makes what makes the calls, with arguments and answers in the buffer */
    ForeignCalls(Function<ByteBuffer, IntBinaryOperator> kernel) {
        this(kernel, new AtomicLong(UNASKED));
    }

    private ForeignCalls(Function<ByteBuffer, IntBinaryOperator> kernel, AtomicLong ownNamespace) {
        this.kernel = kernel;
        this.calls = kernel.apply(buffer);
        this.ownNamespace = ownNamespace;
    }

    /**
     * Resolves all of it.
     *
     * @throws UnsupportedOperationException where this JVM or machine is none for it
     * @throws ReflectiveOperationException if {@code java.base} is not open to us
     * @throws IOException if our jar cannot be read
     */
    static ForeignCalls resolve(PackageOpener opener) throws ReflectiveOperationException, IOException {
        KernelCalls.checkArchitecture();
        if (Runtime.version().feature() < LEAST_FEATURE) {
            throw new UnsupportedOperationException("JDK " + Runtime.version());
        }
        opener.open("sun.nio.ch", ForeignCalls.class.getModule());
        Lookup inside = MethodHandles.privateLookupIn(
                Class.forName("sun.nio.ch.Net", false, null),
                MethodHandles.lookup()); // not initialised: fixes settings
        MethodHandle maker =
                inside.findConstructor(defined(inside), MethodType.methodType(void.class, ByteBuffer.class));
        return new ForeignCalls(buffer -> make(maker, buffer));
    }

    private static IntBinaryOperator make(MethodHandle maker, ByteBuffer buffer) {
        try {
            return (IntBinaryOperator) maker.invoke(buffer);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public KernelCalls another() {
        return new ForeignCalls(kernel, ownNamespace);
    }

    /** Stays for the life of the JVM; whoever comes next uses it again. A hidden class would take more than an agent has. */
    private static Class<?> defined(Lookup inside) throws ReflectiveOperationException, IOException {
        try {
            return inside.findClass(CALLER);
        } catch (ClassNotFoundException notYet) {
            return inside.defineClass(code());
        }
    }

    private static byte[] code() throws IOException {
        try (InputStream in = ForeignCalls.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException("built without a JDK of 22 or newer: no " + RESOURCE);
            }
            return in.readAllBytes();
        }
    }

    @Override
    public String name() {
        return "ffm";
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
        return calls.applyAsInt(POLL, count) >= 0;
    }

    @Override
    public int revents(int index) {
        return CallBuffer.revents(buffer, index);
    }

    @Override
    public boolean stat(int fd) {
        return calls.applyAsInt(STAT, fd) == 0;
    }

    @Override
    public boolean isSocket() {
        return (buffer.getShort(STX_MODE) & TYPE_MASK) == S_IFSOCK;
    }

    @Override
    public long inode() {
        return buffer.getLong(STX_INO);
    }

    @Override
    public boolean isUnlinked() {
        return buffer.getInt(STX_NLINK) == 0;
    }

    /** {@code AT_STATX_DONT_SYNC} takes what this machine knows already. */
    @Override
    public boolean statsFiles() {
        return true;
    }

    @Override
    public boolean isOpen(int fd) {
        return stat(fd);
    }

    @Override
    public boolean isPollable() {
        return false;
    }

    @Override
    public int option(int fd, int level, int name) {
        buffer.putInt(CallBuffer.VALUE, 0);
        return read(fd, level, name, Integer.BYTES) > 0 ? buffer.getInt(CallBuffer.VALUE) : NONE;
    }

    @Override
    public int localPort(int fd) {
        return name(LOCAL_NAME, fd) ? SocketAddress.port(buffer, CallBuffer.VALUE) : NONE;
    }

    @Override
    public int netlinkPort(int fd) {
        return localPort(fd);
    }

    @Override
    public boolean hasPeer(int fd) {
        return name(PEER_NAME, fd);
    }

    @Override
    public void ends(int fd, EndpointPair into) {
        into.clear();
        if (name(LOCAL_NAME, fd)) {
            SocketAddress.local(buffer, CallBuffer.VALUE, into);
        }
        if (name(PEER_NAME, fd)) {
            SocketAddress.remote(buffer, CallBuffer.VALUE, into);
        }
    }

    @Override
    public String path(int fd) {
        return name(LOCAL_NAME, fd)
                ? SocketAddress.path(buffer, CallBuffer.VALUE, buffer.getInt(CallBuffer.LENGTH))
                : "";
    }

    /** What the kernel refuses it will always refuse; a socket that cannot be had may be had next time. */
    @Override
    public void learnNamespace() {
        if (ownNamespace.get() != UNASKED) {
            return;
        }
        int fd = calls.applyAsInt(SOCKET, 0);
        if (fd >= 0) {
            long namespace = namespace(fd);
            // It is closed whatever close(2) says; a second attempt could hit somebody else's.
            ownNamespace.set(calls.applyAsInt(CLOSE, fd) == 0 ? namespace : NONE);
        }
    }

    @Override
    public boolean tellsNamespaces() {
        return ownNamespace.get() > UNASKED;
    }

    @Override
    public boolean isForeign(int fd) {
        if (!tellsNamespaces()) {
            return false;
        }
        long namespace = namespace(fd);
        return namespace != NONE && namespace != ownNamespace.get();
    }

    @Override
    public boolean traffic(int fd, TcpTraffic into) {
        int length = read(fd, SOL_TCP, TCP_INFO, CallBuffer.VALUE_SIZE);
        return into.read(buffer, CallBuffer.VALUE, length);
    }

    private long namespace(int fd) {
        return read(fd, SOL_SOCKET, SO_NETNS_COOKIE, Long.BYTES) == Long.BYTES
                ? buffer.getLong(CallBuffer.VALUE)
                : NONE;
    }

    private int read(int fd, int level, int name, int room) {
        buffer.putInt(CallBuffer.LENGTH, room);
        return calls.applyAsInt(level << 16 | name, fd) == 0 ? buffer.getInt(CallBuffer.LENGTH) : NONE;
    }

    private boolean name(int call, int fd) {
        buffer.putInt(CallBuffer.LENGTH, CallBuffer.VALUE_SIZE);
        return calls.applyAsInt(call, fd) == 0;
    }
}
