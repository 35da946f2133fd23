package io.fdscope.guard;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.NoDescriptorLeft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import sun.nio.ch.FdscopeHook2;

/**
 * What the guard does inside the flight recorder, on whichever thread that has been called, and with the recorder's locks
 * held. Where no descriptor is left for a chunk, two of the reserve are given up for it, twice at most; after that the
 * caller gets an exception in place of the abort. Any other failure is left to the flight recorder.
 */
final class ChunkGuard extends FdscopeHook2 {
    private static final int MOST_TRIES = 2;
    /** A chunk is opened twice: by Java, to hold it, and by the JVM, to write it. */
    private static final int FOR_A_CHUNK = 2;

    private final Aftercare aftercare;
    private final LastChunk lastChunk;
    private final Faults faults;
    private final Announcer announcer;
    /** This and the next two under the lock of the one object that their methods are called on. */
    private boolean tryingChunk;

    private boolean tryingOutput;
    /** Whether a file was being written before: only then is the next one opened at once. */
    private boolean writing;

    ChunkGuard(GuardParts parts) {
        aftercare = parts.aftercare();
        lastChunk = parts.lastChunk();
        faults = parts.faults();
        announcer = parts.announcer();
    }

    /** A type of the JDK's own: whoever catches it may lack ours. */
    @Override
    public void chunkFailed(Throwable failure) {
        if (NoDescriptorLeft.isBehind(failure)) {
            throw new UncheckedIOException(
                    "no file descriptor left for a chunk of the flight recorder; try again when there is",
                    failure instanceof IOException direct ? direct : new IOException(failure));
        }
    }

    @Override
    public Object chunkThrown(Throwable thrown, Object repository) throws Throwable {
        if (tryingChunk || !NoDescriptorLeft.isBehind(thrown)) {
            throw thrown;
        }
        tryingChunk = true;
        try {
            for (int i = 0; i < MOST_TRIES && aftercare.lend(FOR_A_CHUNK) > 0; i++) {
                Object chunk = tryAgain(repository);
                if (chunk != null) {
                    return chunk;
                }
            }
            announcer.sayOnce(
                    "no descriptor is left for the flight recorder's next chunk: kept it from aborting this JVM;"
                            + " it goes on with the present one");
        } catch (Throwable e) {
            faults.record(Edge.GUARD, e);
        } finally {
            tryingChunk = false;
        }
        aftercare.failed();
        throw thrown;
    }

    /** Null where no descriptor is left. */
    private static Object tryAgain(Object repository) throws ReflectiveOperationException {
        Method newChunk = repository.getClass().getDeclaredMethod("newChunk");
        newChunk.setAccessible(true);
        try {
            return newChunk.invoke(repository);
        } catch (InvocationTargetException e) {
            if (NoDescriptorLeft.isBehind(e)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void chunkOpened(Object chunk) {
        try {
            lastChunk.set(chunk);
        } catch (Throwable e) {
            faults.record(Edge.GUARD, e);
        }
    }

    @Override
    public void outputWanted(String path) {
        try {
            if (path != null) {
                aftercare.makeRoom();
            }
        } catch (Throwable e) {
            faults.record(Edge.GUARD, e);
        }
    }

    @Override
    public void outputSet(Object metadataRepository, String path) {
        if (tryingOutput) {
            return;
        }
        tryingOutput = true;
        try {
            Output output = new Output(path);
            for (int i = 0; i < MOST_TRIES && writing && output.isUnwritten() && aftercare.lend(1) > 0; i++) {
                setAgain(metadataRepository, path);
            }
            writing = path != null;
            aftercare.watch(output);
        } catch (Throwable e) {
            faults.record(Edge.GUARD, e);
        } finally {
            tryingOutput = false;
        }
    }

    /** What the recorder has meanwhile written to memory goes to the file. */
    private static void setAgain(Object metadataRepository, String path) throws ReflectiveOperationException {
        Method setOutput = metadataRepository.getClass().getDeclaredMethod("setOutput", String.class);
        setOutput.setAccessible(true);
        setOutput.invoke(metadataRepository, path);
    }

    @Override
    public void shuttingDown() {
        try {
            aftercare.giveUpAll();
        } catch (Throwable e) {
            faults.record(Edge.GUARD, e);
        }
    }
}
