package sun.nio.ch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntBinaryOperator;

/**
 * Makes system calls on descriptors. Lives in {@code java.base}, which needs no permission for native access; speaks through a type of {@code java.base}, since none of ours can be seen from here. The other side is {@code
 * io.fdscope.probe.ForeignCalls}, and the places in the buffer are those of {@code io.fdscope.probe.CallBuffer}.
 *
 * <p>Pointers go as 64-bit numbers, so that a call allocates nothing. Every one of them points into the one buffer, which
 * this object keeps alive, and the kernel is never told of more room than there is.
 */
final class FdscopeCalls implements IntBinaryOperator {
    private static final int STAT = 0;
    private static final int STAT_SIZE = 256;
    private static final int VALUE = 256;
    private static final int VALUE_SIZE = 256;
    private static final int LENGTH = 512;
    private static final int EMPTY_PATH = 520;
    private static final int POLL = 1024;
    private static final int SIZE = POLL + 512 * 8;

    private static final int AT_EMPTY_PATH = 0x1000;
    /** Never asks the server of a network file system. */
    private static final int AT_STATX_DONT_SYNC = 0x4000;

    private static final int STATX_TYPE_NLINK_INO = 0x1 | 0x4 | 0x100;
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 02000000;

    private static final MemoryLayout NUMBER = ValueLayout.JAVA_INT;
    private static final MemoryLayout POINTER = ValueLayout.JAVA_LONG;
    private static final MethodHandle POLL_CALL = handle("poll", POINTER, POINTER, NUMBER);
    private static final MethodHandle STATX = handle("statx", NUMBER, POINTER, NUMBER, NUMBER, POINTER);
    private static final MethodHandle GET_OPTION = handle("getsockopt", NUMBER, NUMBER, NUMBER, POINTER, POINTER);
    private static final MethodHandle LOCAL_NAME = handle("getsockname", NUMBER, POINTER, POINTER);
    private static final MethodHandle PEER_NAME = handle("getpeername", NUMBER, POINTER, POINTER);
    private static final MethodHandle SOCKET = handle("socket", NUMBER, NUMBER, NUMBER);
    private static final MethodHandle CLOSE = handle("close", NUMBER);

    private final ByteBuffer buffer;
    private final long address;

    FdscopeCalls(ByteBuffer buffer) {
        if (!buffer.isDirect() || buffer.capacity() != SIZE || buffer.order() != ByteOrder.nativeOrder()) {
            throw new IllegalArgumentException("not our buffer: " + buffer);
        }
        if (ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
            throw new UnsupportedOperationException("pointers of " + ValueLayout.ADDRESS.byteSize() + " bytes");
        }
        this.buffer = buffer;
        this.address = MemorySegment.ofBuffer(buffer).address();
    }

    /**
     * Makes one call.
     *
     * @param call which one: 0 to 5, or level and name of a socket option
     * @param argument the descriptor; for {@code poll} how many
     * @return what the system call returned; −1 is an error
     */
    @Override
    public int applyAsInt(int call, int argument) {
        try {
            return switch (call) {
                case 0 -> poll(argument);
                case 1 -> stat(argument);
                case 2 -> (int) LOCAL_NAME.invokeExact(argument, address + VALUE, length());
                case 3 -> (int) PEER_NAME.invokeExact(argument, address + VALUE, length());
                case 4 -> (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
                case 5 -> (int) CLOSE.invokeExact(argument);
                default -> option(argument, call >>> 16, call & 0xffff);
            };
        } catch (Throwable e) {
            throw new IllegalStateException("system call " + call + " on " + argument, e);
        }
    }

    private int poll(int count) throws Throwable {
        if (count < 0 || count > (SIZE - POLL) / 8) {
            throw new IllegalArgumentException("no room for " + count);
        }
        return (int) POLL_CALL.invokeExact(address + POLL, (long) count, 0);
    }

    private int stat(int fd) throws Throwable {
        assert STAT + STAT_SIZE <= VALUE;
        int flags = AT_EMPTY_PATH | AT_STATX_DONT_SYNC;
        return (int) STATX.invokeExact(fd, address + EMPTY_PATH, flags, STATX_TYPE_NLINK_INO, address + STAT);
    }

    private int option(int fd, int level, int name) throws Throwable {
        return (int) GET_OPTION.invokeExact(fd, level, name, address + VALUE, length());
    }

    /** Where the kernel is told how much room there is, and says how much it took. */
    private long length() {
        int room = buffer.getInt(LENGTH);
        if (room < 0 || room > VALUE_SIZE) {
            throw new IllegalArgumentException("no room for " + room + " bytes");
        }
        return address + LENGTH;
    }

    @SuppressWarnings("restricted") // That is what this class is for.
    private static MethodHandle handle(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        MemorySegment symbol = linker.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no " + name));
        return linker.downcallHandle(symbol, FunctionDescriptor.of(NUMBER, arguments));
    }
}
