package io.fdscope.origin;

import io.fdscope.origin.ConnectAttempt.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One open socket in the ledger. Safe from any thread but for what says otherwise.
 *
 * <p>What is known of its origin changes: first the stack as the JVM has filled it in; from the next {@link
 * Ledger#settle} on its site; nothing any more when it has been released. A socket that is not among those sampled never
 * has any.
 */
public final class TracedSocket {
    /** Its descriptor has been given back. */
    private static final Object RELEASED = new Object();

    private static final VarHandle ORIGIN;
    private static final VarHandle CLOSING;
    private static final VarHandle ATTEMPT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ORIGIN = lookup.findVarHandle(TracedSocket.class, "origin", Object.class);
            CLOSING = lookup.findVarHandle(TracedSocket.class, "closing", Closing.class);
            ATTEMPT = lookup.findVarHandle(TracedSocket.class, "attempt", ConnectAttempt.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Dropped before its stack was read; the site is yet to be told. */
    private record Dropped(Throwable stack) {}

    /** Closed in Java; the stack is there until it is read, if it is kept at all. */
    private static final class Closing {
        private final long nanoTime;
        private volatile Throwable stack;

        Closing(long nanoTime, Throwable stack) {
            this.nanoTime = nanoTime;
            if (stack != null) { // What is volatile is not written for nothing.
                this.stack = stack;
            }
        }
    }

    private final long id;
    private final OpenedBy openedBy;
    private final String threadName;
    private final long createdNanos;
    private int weight;
    private volatile Object origin;
    private volatile Closing closing;
    private volatile ConnectAttempt attempt;
    private volatile String endpoint;
    private int state = -1;
    private long stateNanos;

    /** @param peer who connected to it, where it was accepted; else null */
    TracedSocket(long id, OpenedBy openedBy, long nanoTime, RemoteEnd peer) {
        this.id = id;
        this.openedBy = openedBy;
        this.threadName = Thread.currentThread().getName();
        this.createdNanos = nanoTime;
        this.stateNanos = nanoTime;
        if (peer != null) { // Nobody knows of it yet: a volatile write would be most of what a field costs here.
            ATTEMPT.set(this, new ConnectAttempt(peer, nanoTime, 0, Outcome.SUCCEEDED, ""));
        }
    }

    /** From 1, in the order of creation. */
    public long id() {
        return id;
    }

    /** How Java came by it. */
    public OpenedBy openedBy() {
        return openedBy;
    }

    /** The thread that created it; empty where that has no name, as virtual threads mostly have none. */
    public String threadName() {
        return threadName;
    }

    /** When it was created, on {@link System#nanoTime()}'s clock. */
    public long createdNanos() {
        return createdNanos;
    }

    /** For how many creations it stands, from 1; 0 where it is not among those sampled. */
    public int weight() {
        return weight;
    }

    /** Where it was created; empty where that is not known, or not yet. */
    public Optional<TracedSite> site() {
        return origin instanceof TracedSite site ? Optional.of(site) : Optional.empty();
    }

    /** The last connect; of an accepted socket its remote end. */
    public Optional<ConnectAttempt> attempt() {
        return Optional.ofNullable(attempt);
    }

    /** Whether Java has closed it. */
    public boolean isClosedInJava() {
        return closing != null;
    }

    /** Whether Java closed it at this time or before, on {@link System#nanoTime()}'s clock. */
    public boolean isClosedInJavaSince(long nanoTime) {
        Closing now = closing;
        return now != null && now.nanoTime - nanoTime <= 0;
    }

    /**
     * The remote end; of an accepted socket without its port, which is another for each. Empty where there is none.
     *
     * @param pool gives equal strings back as the same
     */
    public String endpoint(UnaryOperator<String> pool) {
        String known = endpoint;
        ConnectAttempt now = attempt;
        if (known == null && now != null) {
            boolean accepted = openedBy == OpenedBy.ACCEPT;
            known = pool.apply(accepted ? now.remote().address() : now.remote().endpoint());
            endpoint = known;
        }
        return known == null ? "" : known;
    }

    /**
     * Takes note of the state it is in, whatever the caller's numbers mean. For one thread at a time. One that was never
     * connected is as it was created; when another came into the state that it is first seen in is not known.
     *
     * @return since when it is in that state without a break, as far as anybody has looked, on {@link
     *     System#nanoTime()}'s clock
     */
    public long inStateSince(int seen, long nanoTime) {
        if (state != seen) {
            stateNanos = state < 0 && isUnconnected() ? createdNanos : nanoTime;
            state = seen;
        }
        return stateNanos;
    }

    private boolean isUnconnected() {
        return attempt == null && openedBy != OpenedBy.ACCEPT && openedBy != OpenedBy.UNIX_ACCEPT;
    }

    /** Before anybody knows of it. */
    void sample(int standsFor, Throwable stack) {
        weight = standsFor;
        ORIGIN.set(this, stack);
    }

    void connected(ConnectAttempt latest) {
        attempt = latest;
        if (endpoint != null) {
            endpoint = null;
        }
    }

    /** Returns whether it counts as held from now on. */
    boolean closedInJava(long nanoTime, Throwable stack) {
        Closing mark = new Closing(nanoTime, stack);
        boolean first = CLOSING.compareAndSet(this, null, mark);
        boolean released = first && isReleased() && CLOSING.compareAndSet(this, mark, null);
        return first && !released;
    }

    private boolean isReleased() {
        Object now = origin;
        return now == RELEASED || now instanceof Dropped;
    }

    /**
     * Its descriptor is given back.
     *
     * @return whether it counted as held until now
     */
    boolean released() {
        if (ORIGIN.getAndSet(this, RELEASED) instanceof TracedSite site) {
            site.closed();
        }
        return takeClosing();
    }

    /** One that is closed in Java at this very moment sees that it is released, and takes it back itself. */
    private boolean takeClosing() {
        return closing != null && CLOSING.getAndSet(this, null) != null;
    }

    /** The same, by the garbage collector. */
    boolean dropped() {
        Object before = origin;
        if (before instanceof Throwable stack && ORIGIN.compareAndSet(this, before, new Dropped(stack))) {
            return takeClosing();
        }
        site().ifPresent(site -> site.dropped(this));
        return released();
    }

    /**
     * Reads the stacks that are still unread; for one thread at a time. What cannot be read, such as for want of memory, is
     * forgotten: nobody would come back to it, and a stack holds class loaders.
     *
     * @return false if there was no room for its site
     */
    boolean settle(SiteTable sites) {
        try {
            boolean known = settleOrigin(sites);
            settleClosing();
            return known;
        } catch (RuntimeException | Error e) {
            forgetUnread();
            throw e;
        }
    }

    private void forgetUnread() {
        Object before = origin;
        if (before instanceof Throwable stack) {
            forget(stack);
        } else if (before instanceof Dropped) {
            origin = RELEASED;
        }
        Closing mark = closing;
        if (mark != null) {
            mark.stack = null;
        }
    }

    private boolean settleOrigin(SiteTable sites) {
        Object before = origin;
        if (before instanceof Throwable stack) {
            Optional<TracedSite> site = sites.of(openedBy, stack);
            site.ifPresentOrElse(found -> settle(stack, found), () -> forget(stack));
            return site.isPresent();
        }
        if (before instanceof Dropped unread) {
            Optional<TracedSite> site = sites.of(openedBy, unread.stack);
            site.ifPresent(this::settleDropped);
            origin = RELEASED;
            return site.isPresent();
        }
        return true;
    }

    private void settle(Throwable stack, TracedSite site) {
        site.created(this);
        if (!ORIGIN.compareAndSet(this, stack, site)) { // Released in between.
            site.closed();
            if (ORIGIN.getAndSet(this, RELEASED) instanceof Dropped) {
                site.dropped(this);
            }
        }
    }

    private void settleDropped(TracedSite site) {
        site.created(this);
        site.closed();
        site.dropped(this);
    }

    private void forget(Throwable stack) {
        if (!ORIGIN.compareAndSet(this, stack, null)) {
            origin = RELEASED;
        }
    }

    private void settleClosing() {
        Closing mark = closing;
        Throwable stack = mark == null ? null : mark.stack;
        if (stack != null) {
            CreationSite place = CreationSite.of(openedBy, stack.getStackTrace());
            site().ifPresent(site -> site.closingStack(place.stackText()));
            mark.stack = null;
        }
    }
}
