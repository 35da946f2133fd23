package io.fdscope.probe;

import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The sockets that a scan is the first to find unidentified. Every socket is unidentified between {@code socket(2)} and
 * {@code connect(2)}, and after a reset until it is closed: that is no leak but bad timing. So they are given a few
 * milliseconds, in which a thread that has lost its processor right there gets it back, and are looked at again.
 */
final class FreshSockets {
    private static final int ROUNDS = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long LEAST_NANOS = ROUNDS * PAUSE_NANOS;
    private static final EndpointPair NO_ENDS = new EndpointPair();

    private final KernelCalls calls;
    private final SocketLook sockets;
    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private int[] numbers = new int[64];
    private int count;

    FreshSockets(KernelCalls calls, SocketLook sockets) {
        this(calls, sockets, System::nanoTime, LockSupport::parkNanos);
    }

    /** @param pause waits for so many nanoseconds, more or less */
    FreshSockets(KernelCalls calls, SocketLook sockets, LongSupplier nanoTime, LongConsumer pause) {
        this.calls = calls;
        this.sockets = sockets;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    void clear() {
        count = 0;
        if (numbers.length > 1024) {
            numbers = new int[64];
        }
    }

    void add(int fd) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = fd;
    }

    /**
     * Looks again until it has done so often enough and for long enough, or none is left; those that are not unidentified
     * any more get the state they have come to. Neither alone is enough: a pause that ends late, as in a container that has
     * used up its share of the processors, was one for the other threads, too; one that is cut short was none.
     *
     * @return how many are gone, their number free or another socket's
     */
    int confirm(TableUpdate update) {
        int gone = 0;
        long start = nanoTime.getAsLong();
        for (int round = 0; count > 0 && (round < ROUNDS || nanoTime.getAsLong() - start < LEAST_NANOS); round++) {
            pause.accept(PAUSE_NANOS);
            gone += lookAgain(update);
        }
        return gone;
    }

    private int lookAgain(TableUpdate update) {
        int gone = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int fd = numbers[i];
            SocketState state = sockets.state(fd, update.protocol(fd));
            if (!isThere(fd, update)) {
                update.absent(fd);
                gone++;
            } else if (state.isUnidentified()) {
                numbers[kept++] = fd;
            } else {
                update.socket(fd, update.protocol(fd), state, NO_ENDS);
            }
        }
        count = kept;
        return gone;
    }

    /** Asked after the state: the number was this socket's at the scan and is now, and so it was in between. */
    private boolean isThere(int fd, TableUpdate update) {
        return calls.stat(fd) && calls.isSocket() && calls.inode() == update.inode(fd);
    }
}
