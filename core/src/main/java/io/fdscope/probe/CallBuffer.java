package io.fdscope.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where in the one native buffer the arguments and answers of system calls lie. */
final class CallBuffer {
    /** {@code struct statx}, 256 bytes. */
    static final int STAT = 0;
    /** The value of a socket option, or a socket address. */
    static final int VALUE = 256;

    static final int VALUE_SIZE = 256;
    /** {@code socklen_t}. */
    static final int LENGTH = 512;
    /** {@code struct pollfd}: int fd, short events, short revents. */
    static final int POLL = 1024;

    private static final int POLL_FD_SIZE = 8;
    private static final int EVENTS = 4;
    private static final int REVENTS = 6;
    /** IN, PRI, OUT, RDNORM, RDBAND, WRNORM, WRBAND, MSG and RDHUP; ERR, HUP and NVAL come unasked. */
    private static final short ALL_EVENTS = 0x27c7;

    private CallBuffer() {}

    static ByteBuffer allocate() {
        return ByteBuffer.allocateDirect(POLL + KernelCalls.MOST_POLLED * POLL_FD_SIZE)
                .order(ByteOrder.nativeOrder());
    }

    static void preparePoll(ByteBuffer buffer, int from, int count) {
        for (int i = 0; i < count; i++) {
            int at = POLL + i * POLL_FD_SIZE;
            buffer.putInt(at, from + i);
            buffer.putShort(at + EVENTS, ALL_EVENTS);
        }
    }

    /** poll(2) passes over negative numbers. */
    static void leaveOut(ByteBuffer buffer, int index) {
        buffer.putInt(POLL + index * POLL_FD_SIZE, -1);
    }

    static int revents(ByteBuffer buffer, int index) {
        return buffer.getShort(POLL + index * POLL_FD_SIZE + REVENTS);
    }
}
