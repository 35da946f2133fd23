package sun.nio.ch;

/**
 * What hooked methods of the flight recorder call. Lies in the agent's jar, and stays in {@code java.base}, as
 * {@link FdscopeHook1} does, and like it never changes.
 *
 * <p>By itself it does nothing. The agent's own subclass is the target while the guard is on.
 */
public class FdscopeHook2 {
    /** Whom hooked methods call; never null. A mutable static, because advice inside the JDK reaches nothing else. */
    @SuppressWarnings("NonFinalStaticField")
    public static volatile FdscopeHook2 target = new FdscopeHook2();

    /**
     * A chunk could not be opened, and the JVM is about to be aborted for it: throws what the caller is to get instead, or
     * returns.
     */
    public void chunkFailed(Throwable failure) {}

    /** {@code Repository.newChunk} is left by this exception: returns a chunk after all, or throws. */
    public Object chunkThrown(Throwable thrown, Object repository) throws Throwable {
        throw thrown;
    }

    /** This chunk has been opened. */
    public void chunkOpened(Object chunk) {}

    /** The recorder is going to write to the file at {@code path}, or to none for null. */
    public void outputWanted(String path) {}

    /** The recorder has been told to write to the file at {@code path}, which it may have failed to open. */
    public void outputSet(Object metadataRepository, String path) {}

    /** The JVM ends, and recordings are going to be dumped. */
    public void shuttingDown() {}
}
