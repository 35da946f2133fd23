package io.fdscope.origin;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A creation site with its running counts. Counts are scaled up where creations are sampled: a socket that stands for
 * five counts five times. Safe from any thread.
 */
public final class TracedSite {
    private final CreationSite site;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong sampledDrops = new AtomicLong();
    private volatile long lastDropNanos;
    private volatile boolean scaled;
    private volatile String threadName = "";
    private volatile String closingStack = "";

    TracedSite(CreationSite site) {
        this.site = site;
    }

    /** The place itself. */
    public CreationSite site() {
        return site;
    }

    /** Sockets created here that lived long enough to be looked at, about a second. */
    public long created() {
        return created.get();
    }

    /** Of these, closed by the garbage collector. */
    public long droppedWithoutClose() {
        return dropped.get();
    }

    /** How many dropped ones that number rests on: those sampled, not scaled. */
    public long sampledDrops() {
        return sampledDrops.get();
    }

    /** Whether any of its sockets stands for more than itself. */
    public boolean isScaled() {
        return scaled;
    }

    /** The thread that created the latest of these. */
    public String threadName() {
        return threadName;
    }

    /** Where Java closed the latest of those that were held for a while after their close, a frame a line; or empty. */
    public String closingStack() {
        return closingStack;
    }

    /** Open sockets that were sampled, not scaled. */
    int openCount() {
        return open.get();
    }

    void created(TracedSocket socket) {
        created.addAndGet(socket.weight());
        scaled |= socket.weight() > 1;
        threadName = socket.threadName();
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void dropped(TracedSocket socket) {
        dropped.addAndGet(socket.weight());
        sampledDrops.incrementAndGet();
        lastDropNanos = System.nanoTime();
    }

    void closingStack(String stack) {
        closingStack = stack;
    }

    /** Whether it can be forgotten without a loss to any verdict. */
    boolean isIdle() {
        return openCount() == 0 && dropped.get() == 0;
    }

    /** Of two sites without an open socket the one to forget first; where nothing else can be forgotten. */
    static int byLastDrop(TracedSite one, TracedSite other) {
        return Long.signum(one.lastDropNanos - other.lastDropNanos); // that clock may overflow
    }
}
