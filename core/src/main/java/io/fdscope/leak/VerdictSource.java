package io.fdscope.leak;

/** Gives verdicts on this process. Safe from any thread. */
public interface VerdictSource {
    /** The verdict as of the last scan, {@link Verdict#NONE} before the first; does not wait. */
    Verdict latest();

    /** Scans now and judges. Waits for a scan under way. */
    Verdict fresh();

    /** Does one full garbage collection and compares. Takes as long as that takes; one at a time. */
    GarbageComparison collectGarbageAndCompare();

    /** Adds a listener; it is called on the sampling thread. */
    void listen(LeakListener listener);

    /** Takes a listener away. */
    void forget(LeakListener listener);
}
