package io.fdscope.origin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;

/**
 * Who created each open socket, by descriptor number.
 *
 * <p>On the application's threads it takes no lock and keeps no more than a stack as the JVM fills it in, at most
 * {@value #MOST_UNREAD} of them. {@link #settle} reads in the background those whose sockets are still open, so that no
 * stack holds a class loader for longer than a second or two; that takes 2% of one core at most. Where filling in the
 * stacks of one kind of creation would go on taking more than {@value StackBudget#CREATION_SHARE} of one core, they are
 * sampled; a socket that is not among them keeps its id, time, thread and remote end.
 *
 * <p>Bounds: {@value DescriptorSlots#MOST_NUMBERS} numbers, {@value SiteTable#MOST_SITES} sites. What finds no room is
 * counted as lost. Measured: 160 bytes for each open socket and its remote end.
 */
public final class Ledger implements SocketTracer, CreationLookup {
    static final int MOST_UNREAD = 4096;
    /** Half of what is usual between two calls, for those are never quite on time. */
    private static final long ADAPT_NANOS = 500_000_000;
    /**
     * In JDK 17 to 25 the threads that close what nobody can reach any more. Finalizers come first: what one can still reach
     * no Cleaner sees, and up to 18 an {@code SSLSocket} has one.
     */
    private static final Set<String> COLLECTORS = Set.of("Common-Cleaner", "Finalizer", "Secondary finalizer");

    private final Consumer<IOException> exhausted;
    private final LongSupplier nanoTime;
    private final LongSupplier epochMillis;
    private final DescriptorSlots<TracedSocket> slots = new DescriptorSlots<>();
    private final SiteTable sites = new SiteTable();
    private final CreationRate[] rates;
    private final CreationRate closings = new CreationRate(StackBudget.ofClosings());
    private final Queue<TracedSocket> unread = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unreadCount = new AtomicInteger();
    private final AtomicLong ids = new AtomicLong();
    private final LongAdder lost = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder held = new LongAdder();
    private volatile boolean enabled;
    private volatile long sinceEpochMillis;
    private volatile long firstId;
    private long adaptedNanos;

    /** One that takes no notes before {@link #begin}. */
    public Ledger() {
        this(failure -> {});
    }

    /**
     * The same.
     *
     * @param exhausted told, on the application's thread, when a socket could not be created for want of a descriptor;
     *     must not wait
     */
    public Ledger(Consumer<IOException> exhausted) {
        this(exhausted, System::nanoTime, System::currentTimeMillis);
    }

    Ledger(LongSupplier nanoTime, LongSupplier epochMillis) {
        this(failure -> {}, nanoTime, epochMillis);
    }

    private Ledger(Consumer<IOException> exhausted, LongSupplier nanoTime, LongSupplier epochMillis) {
        this.exhausted = exhausted;
        this.nanoTime = nanoTime;
        this.epochMillis = epochMillis;
        rates = new CreationRate[OpenedBy.values().length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = new CreationRate(StackBudget.ofCreations());
        }
    }

    /** Takes notes from now on: the hooks are in place. Counts start anew, but for what was dropped since the start. */
    public synchronized void begin() {
        forgetAll();
        lost.reset();
        held.reset();
        firstId = ids.get();
        sinceEpochMillis = epochMillis.getAsLong();
        adaptedNanos = nanoTime.getAsLong();
        for (CreationRate rate : rates) { // Before main: a stream would cost it milliseconds.
            rate.restart(adaptedNanos);
        }
        closings.restart(adaptedNanos);
        enabled = true;
    }

    /** Takes no notes any more, and forgets whose sockets are open: it would not hear of their end. */
    public synchronized void end() {
        enabled = false;
        forgetAll();
        held.reset();
    }

    @Override
    public long opened(int fd, OpenedBy by) {
        return note(fd, by, null);
    }

    @Override
    public long accepted(int fd, OpenedBy by, RemoteEnd peer) {
        return note(fd, by, peer);
    }

    private long note(int fd, OpenedBy by, RemoteEnd peer) {
        if (!enabled) {
            return 0;
        }
        long id = ids.incrementAndGet();
        if (!DescriptorSlots.hasSlot(fd)) {
            lost.increment();
            return 0;
        }
        long now = nanoTime.getAsLong();
        TracedSocket socket = new TracedSocket(id, by, now, peer);
        CreationRate rate = rates[by.ordinal()];
        int weight = rate.draw(now);
        boolean sampled = weight > 0 && unreadCount.get() < MOST_UNREAD;
        if (sampled) {
            long begun = nanoTime.getAsLong();
            socket.sample(weight, new Throwable());
            rate.took(nanoTime.getAsLong() - begun);
        }
        TracedSocket unheardOf = slots.put(fd, socket);
        if (unheardOf != null) { // Closed by somebody who is not traced.
            count(unheardOf.released());
        }
        if (sampled) {
            leaveToSettle(socket);
        }
        return id;
    }

    @Override
    public void openFailed(OpenedBy by, IOException failure) {
        exhausted.accept(failure);
    }

    /** An attempt that began before the socket was created is another's, who has been closed meanwhile. */
    @Override
    public void connected(int fd, ConnectAttempt attempt) {
        TracedSocket socket = slots.get(fd);
        if (socket != null && socket.createdNanos() - attempt.beganNanos() <= 0) {
            socket.connected(attempt);
        }
    }

    @Override
    public void closedInJava(int fd) {
        TracedSocket socket = slots.get(fd);
        if (socket == null) {
            return;
        }
        long now = nanoTime.getAsLong();
        boolean keep = socket.weight() > 0 && closings.draw(now) > 0 && unreadCount.get() < MOST_UNREAD;
        Throwable stack = null;
        if (keep) {
            long begun = nanoTime.getAsLong();
            stack = new Throwable();
            closings.took(nanoTime.getAsLong() - begun);
        }
        if (socket.closedInJava(now, stack)) {
            held.increment();
            if (keep) {
                leaveToSettle(socket);
            }
        }
    }

    @Override
    public void releasing(int fd) {
        if (!enabled) {
            return;
        }
        boolean byCollector = COLLECTORS.contains(Thread.currentThread().getName());
        if (byCollector) {
            dropped.increment();
        }
        TracedSocket socket = slots.remove(fd);
        if (socket != null) {
            count(byCollector ? socket.dropped() : socket.released());
        }
    }

    @Override
    public long creationId(int fd) {
        TracedSocket socket = slots.get(fd);
        return socket == null ? 0 : socket.id();
    }

    @Override
    public long createdNanos(int fd) {
        TracedSocket socket = slots.get(fd);
        return socket == null ? 0 : socket.createdNanos();
    }

    @Override
    public Optional<Creation> of(int fd) {
        TracedSocket socket = slots.get(fd);
        if (socket == null) {
            return Optional.empty();
        }
        if (socket.weight() > 0 && socket.site().isEmpty()) {
            settle();
        }
        CreationSite site =
                socket.site().map(TracedSite::site).orElse(new CreationSite(socket.openedBy(), List.of(), 0));
        return Optional.of(new Creation(
                socket.id(),
                fd,
                epochMillis.getAsLong() - (nanoTime.getAsLong() - socket.createdNanos()) / 1_000_000,
                socket.createdNanos(),
                socket.threadName(),
                site,
                socket.attempt(),
                socket.isClosedInJava()));
    }

    /** Passes every open socket and its number to the visitor, by number; makes no object for any of them. */
    public void forEach(ObjIntConsumer<TracedSocket> visitor) {
        slots.forEach(visitor);
    }

    /** The sites of open sockets, those whose sockets were dropped, and others seen lately. */
    public synchronized List<TracedSite> sites() {
        return sites.all();
    }

    /** How much it knows. */
    public TracingFacts facts() {
        int oneIn = Arrays.stream(rates).mapToInt(CreationRate::oneIn).max().orElse(1);
        return new TracingFacts(
                enabled,
                sinceEpochMillis,
                ids.get() - firstId,
                oneIn,
                lost.sum(),
                enabled ? dropped.sum() : -1,
                enabled ? Math.max(0, held.sum()) : -1); // one may be given back before it has been counted
    }

    /**
     * Reads the stacks of the sockets that have survived so far, and adapts the sampling. To be called about once a
     * second, by a thread of ours; takes at most about 60 ms, next to nothing as a rule.
     */
    public synchronized void settle() {
        TracedSocket socket = unread.poll();
        for (int read = 1; socket != null; read++) {
            unreadCount.decrementAndGet();
            if (!socket.settle(sites)) {
                lost.increment();
            }
            socket = read < MOST_UNREAD ? unread.poll() : null;
        }
        adapt();
    }

    private void adapt() {
        long now = nanoTime.getAsLong();
        if (now - adaptedNanos >= ADAPT_NANOS) {
            adaptedNanos = now;
            for (CreationRate rate : rates) {
                rate.adapt(now);
            }
            closings.adapt(now);
        }
    }

    private void leaveToSettle(TracedSocket socket) {
        unreadCount.incrementAndGet();
        unread.add(socket);
    }

    private void count(boolean wasHeld) {
        if (wasHeld) {
            held.decrement();
        }
    }

    private void forgetAll() {
        slots.clear();
        while (unread.poll() != null) {} // Not clear(): that takes the JVM 20 ms the first time, before main.
        unreadCount.set(0);
        sites.clear();
    }
}
