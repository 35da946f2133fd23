package io.fdscope.jfr.dump;

import io.fdscope.dump.RecordingDump;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The options {@code record} and {@code dump}: keeps a recording, and writes what is recorded to a folder. The work is done
 * by a thread of ours that ends when there is none, or by whoever asks; never by the sampling thread. Only for a JVM that
 * has a flight recorder.
 */
public final class Recordings implements SampleSink, RecordingDump, AutoCloseable {
    private static final long SPACE_CHECK_NANOS = Duration.ofSeconds(5).toNanos();

    private final DumpSources sources;
    private final Recorded recorded = new Recorded();
    private final KeptRecording kept;
    private final ThreadPoolExecutor worker;
    private volatile Optional<FolderDumps> dumps = Optional.empty();
    private final AtomicBoolean spaceIsLookedAt = new AtomicBoolean();
    private long lastSpaceCheck = System.nanoTime();

    public Recordings(DumpSources sources) {
        this.sources = sources;
        kept = new KeptRecording(sources, recorded);
        worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Recordings::thread);
        worker.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(null, body, "fdscope-dump", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts a recording that goes on until closed. Never throws: what fails is counted.
     *
     * @param settings {@code on} for ours, a file, or the name of settings that come with the JDK; a wrong one is announced
     */
    public void record(String settings) {
        kept.start(settings);
    }

    /**
     * Writes recordings to a folder from now on. Never throws: a folder that is not as it should be is announced.
     *
     * @param every the shortest time between two that nobody has asked for
     */
    public void dumpTo(Path path, Supplier<Duration> every) {
        DumpFolder folder = new DumpFolder(path, ProcessHandle.current().pid());
        DumpWork work = new DumpWork(folder, sources, recorded);
        FolderDumps made = new FolderDumps(sources, folder, work, worker, every);
        dumps = Optional.of(made); // First, so that the end of the process finds it.
        made.prepare();
    }

    @Override
    public void accept(Sample sample) {
        dumps.ifPresent(ready -> ready.accept(sample));
        long now = System.nanoTime();
        if (recorded.ours().isPresent() && now - lastSpaceCheck > SPACE_CHECK_NANOS) {
            lastSpaceCheck = now;
            lookAtSpace();
        }
    }

    /** At most one look waits for its turn. */
    private void lookAtSpace() {
        if (spaceIsLookedAt.compareAndSet(false, true)) {
            try {
                worker.execute(() -> {
                    spaceIsLookedAt.set(false);
                    kept.watchSpace();
                });
            } catch (RuntimeException | Error e) {
                spaceIsLookedAt.set(false);
                throw e;
            }
        }
    }

    @Override
    public String dump(String fileName) throws IOException {
        return dumps.<RecordingDump>map(ready -> ready).orElse(NONE).dump(fileName);
    }

    /** The process ends: leaves nothing in the folder but what was written. Never throws. */
    public void ended() {
        dumps.ifPresent(FolderDumps::close);
    }

    @Override
    public void close() {
        worker.shutdown();
        kept.close();
        ended();
    }
}
