package io.fdscope.guard;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.NoDescriptorLeft;
import io.fdscope.procfs.SpareDescriptors;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The reserve, as far as the flight recorder may have it, and what is to be done once it has been helped out: take back
 * what was lent, get the recorder to write to a file again, and close what a failure has left open. That is done by a
 * thread of ours, which ends when there is no more to do. Safe from any thread.
 */
final class Aftercare {
    private static final long STEP_MILLIS = 100;
    private static final long BACK_TO_DISK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** What has not come back by then is taken when the sampler sees room for it. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Faults faults;
    private Optional<Leftovers> leftovers = Optional.empty();
    private Optional<SpareDescriptors> spare = Optional.empty();
    private Runnable rotation = () -> {};
    private Thread thread;
    private int owed;
    private long lentNanos;
    private Output output = Output.NONE;
    private boolean hasFailed;
    private boolean closed;

    Aftercare(Faults faults) {
        this.faults = faults;
    }

    /**
     * From now on there is a reserve.
     *
     * @param reserve lent to the recorder
     * @param newRotation has the recorder begin a new chunk, or throws
     */
    synchronized void use(SpareDescriptors reserve, Runnable newRotation) {
        spare = Optional.of(reserve);
        rotation = newRotation;
    }

    /** @param found closes what a failure leaves open; empty where this JDK's recorder looks different: then that stays */
    synchronized void closeBy(Optional<Leftovers> found) {
        leftovers = found;
    }

    /** Gives up so many of the reserve, or what there is of it to lend; says how many it were. */
    synchronized int lend(int count) {
        int lent = spare.isEmpty() ? 0 : spare.get().lend(count);
        if (lent > 0) {
            owed += lent;
            lentNanos = System.nanoTime();
            begin();
        }
        return lent;
    }

    /** Gives up one of the reserve where none can be opened otherwise. */
    synchronized void makeRoom() {
        if (spare.isPresent() && !spare.get().hasRoom()) {
            lend(1);
        }
    }

    /** Gives up all of the reserve, for good: the JVM ends. */
    synchronized void giveUpAll() {
        closed = true;
        spare.ifPresent(SpareDescriptors::close);
    }

    /**
     * The recorder is to write to this from now on. Where it does not in a second, it writes to memory, and is to be got to
     * a file again. A recording that is about to begin opens its file a moment later.
     */
    synchronized void watch(Output next) {
        output = next;
        if (output.isUnwritten()) {
            begin();
        }
    }

    /** Something that the recorder was doing has come to nothing, and may have left a recording open. */
    synchronized void failed() {
        if (leftovers.isPresent()) {
            hasFailed = true;
            begin();
        }
    }

    /** Nothing more is to be done, but for what has failed. */
    synchronized void stop() {
        output = Output.NONE;
        owed = 0;
    }

    private void begin() {
        if (thread == null && !closed) {
            Thread made = new Thread(null, this::run, "fdscope-jfrguard", 0, false);
            made.setDaemon(true);
            made.setContextClassLoader(null); // Made by whoever is in the recorder: it holds no application.
            try {
                made.start();
                thread = made;
            } catch (Throwable e) {
                faults.record(Edge.GUARD, e); // Without a thread now, perhaps with one the next time.
            }
        }
    }

    private void run() {
        try {
            care();
        } catch (Throwable e) {
            faults.record(Edge.GUARD, e);
        } finally {
            gone();
        }
    }

    /** The next time there is something to do needs another. */
    private synchronized void gone() {
        if (thread == Thread.currentThread()) {
            thread = null;
        }
    }

    private void care() {
        long lastRotation = System.nanoTime();
        while (rest() && step()) {
            closeLeftovers();
            if (System.nanoTime() - lastRotation >= BACK_TO_DISK_NANOS) {
                lastRotation = System.nanoTime();
                backToDisk();
            }
        }
    }

    /** False where somebody wants this thread gone. */
    private static boolean rest() {
        try {
            Thread.sleep(STEP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Takes back what it can; false when there is no more to do. */
    private synchronized boolean step() {
        if (owed > 0 && spare.isPresent()) {
            owed -= spare.get().takeBack(owed);
        }
        boolean isWhole = spare.isEmpty() || spare.get().isWhole();
        if (isWhole || System.nanoTime() - lentNanos > PATIENCE_NANOS) {
            owed = 0; // The sampler may have been first.
        }
        boolean more = !closed && (output.isUnwritten() || owed > 0 || hasFailed);
        if (!more) {
            thread = null;
        }
        return more;
    }

    /** Takes the recorder's lock, so it is done without ours. */
    private void closeLeftovers() {
        Leftovers toClose;
        synchronized (this) {
            if (!hasFailed || leftovers.isEmpty()) {
                return;
            }
            hasFailed = false; // First: the next may fail meanwhile.
            toClose = leftovers.get();
        }
        try {
            toClose.close();
        } catch (Throwable e) {
            if (NoDescriptorLeft.isBehind(e)) {
                failed();
            } else {
                faults.record(Edge.GUARD, e);
            }
        }
    }

    /** Takes the recorder's locks, so it is done without ours. */
    private void backToDisk() {
        Runnable toDo;
        synchronized (this) {
            toDo = output.isUnwritten() && spare.isPresent() && spare.get().hasRoom() ? rotation : () -> {};
        }
        try {
            toDo.run();
        } catch (Throwable e) {
            if (!NoDescriptorLeft.isBehind(e)) {
                faults.record(Edge.GUARD, e);
            }
        }
    }
}
