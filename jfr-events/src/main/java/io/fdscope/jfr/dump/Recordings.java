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
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The options {@code record} and {@code dump}: keeps a recording, and writes what is recorded to a folder. The work is done
 * by threads of ours that end when there is none, or by whoever asks; never by the sampling thread. Only for a JVM that
 * has a flight recorder.
 */
public final class Recordings implements SampleSink, RecordingDump, AutoCloseable {
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofSeconds(5).toNanos();

    private final DumpSources sources;
    private final Recorded recorded = new Recorded();
    private final KeptRecording kept;
    private final ThreadPoolExecutor writing = worker("fdscope-dump");
    /** Another than that, for a dump may take long while the disk gets full. */
    private final ThreadPoolExecutor looking = worker("fdscope-record");

    private volatile Optional<FolderDumps> dumps = Optional.empty();
    private final AtomicBoolean lookIsDue = new AtomicBoolean();
    private long lastLook = System.nanoTime();

    public Recordings(DumpSources sources) {
        this(sources, RecorderDisk.OF_THIS_JVM::freeBytes);
    }

    /** @param freeBytes where the recorder writes */
    Recordings(DumpSources sources, LongSupplier freeBytes) {
        this.sources = sources;
        kept = new KeptRecording(sources, recorded, freeBytes);
    }

    private static ThreadPoolExecutor worker(String name) {
        ThreadPoolExecutor made =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> {
                    Thread thread = new Thread(null, body, name, 0, false);
                    thread.setDaemon(true);
                    return thread;
                });
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    /**
     * Starts a recording that goes on until closed. Never throws: what fails is counted.
     *
     * @param settings {@code on} for ours, a file, or the name of settings that come with the JDK; a wrong one is announced
     */
    public void record(String settings) {
        kept.start(new RecordingSettings(settings));
    }

    /**
     * Writes recordings to a folder from now on. Never throws: a folder that is not as it should be is announced.
     *
     * @param every the shortest time between two that nobody has asked for
     */
    public void dumpTo(Path path, Supplier<Duration> every) {
        DumpFolder folder = new DumpFolder(path, ProcessHandle.current().pid(), RecorderDisk.OF_THIS_JVM);
        DumpWork work = new DumpWork(folder, sources, recorded);
        FolderDumps made = new FolderDumps(sources, work, writing, DumpRules.of(every));
        dumps = Optional.of(made); // First, so that the end of the process finds it.
        made.prepare();
    }

    @Override
    public void accept(Sample sample) {
        dumps.ifPresent(ready -> ready.accept(sample));
        long now = sample.reading().nanoTime();
        if (kept.isWanted() && now - lastLook > BETWEEN_LOOKS_NANOS) {
            lastLook = now;
            look();
        }
    }

    /** At most one look waits for its turn. */
    private void look() {
        if (lookIsDue.compareAndSet(false, true)) {
            try {
                looking.execute(() -> {
                    lookIsDue.set(false);
                    kept.look();
                });
            } catch (RuntimeException | Error e) {
                lookIsDue.set(false);
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
        writing.shutdown();
        looking.shutdown();
        kept.close();
        ended();
    }
}
