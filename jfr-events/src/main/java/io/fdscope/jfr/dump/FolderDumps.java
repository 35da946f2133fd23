package io.fdscope.jfr.dump;

import io.fdscope.dump.RecordingDump;
import io.fdscope.fault.Edge;
import io.fdscope.procfs.NoDescriptorLeft;
import io.fdscope.sample.Sample;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** The option {@code dump}: writes recordings to a folder, when it gets critical and when asked. */
final class FolderDumps implements RecordingDump, AutoCloseable {
    private final DumpSources sources;
    private final DumpWork work;
    private final Executor worker;
    private final InstantSource clock;
    private final KeptDumps kept;
    private final DumpTrigger trigger;
    private final AtomicBoolean underWay = new AtomicBoolean();

    FolderDumps(DumpSources sources, DumpWork work, Executor worker, DumpRules rules) {
        this.sources = sources;
        this.work = work;
        this.worker = worker;
        clock = rules.clock();
        kept = new KeptDumps(rules.most());
        trigger = new DumpTrigger(sources.level(), rules.every(), this::start);
    }

    /** A folder that is not as it should be is announced; it may be by the time it is needed. */
    void prepare() {
        try {
            work.prepare();
        } catch (IOException | RuntimeException | Error e) {
            complain(e);
        }
    }

    void accept(Sample sample) {
        trigger.accept(sample);
    }

    private boolean start() {
        if (!underWay.compareAndSet(false, true)) {
            return false;
        }
        try {
            worker.execute(this::write);
            return true;
        } catch (RuntimeException | Error e) { // No thread can be had, or it is being closed.
            underWay.set(false);
            complain(e);
            return false;
        }
    }

    private void write() {
        try {
            Path file = work.folder().at(clock.instant());
            boolean withText = work.write(file);
            String what = withText ? "recording and verdict" : "recording";
            sources.announcer().say("descriptors run out: " + what + " written to " + file);
            keep(withText ? List.of(file, DumpFolder.textBeside(file)) : List.of(file));
        } catch (UnsupportedOperationException e) {
            trigger.failed();
            sources.announcer().sayOnce("dump: " + e.getMessage());
        } catch (Throwable e) {
            trigger.failed();
            complain(e);
        } finally {
            underWay.set(false);
        }
    }

    private void keep(List<Path> files) {
        try {
            kept.add(files);
            if (kept.deleteTooMany()) {
                sources.announcer()
                        .sayOnce("dump: the last " + kept.most() + " recordings are kept, and the oldest deleted");
            }
        } catch (IOException | RuntimeException | Error e) {
            sources.faults().record(Edge.DUMP, e);
        }
    }

    private void complain(Throwable e) {
        sources.faults().record(Edge.DUMP, e);
        sources.announcer()
                .sayOnce("no recording can be written: " + reason(e) + "; trying again at the next occasion");
    }

    /** The same words each time, so that they are said once. */
    private static String reason(Throwable e) {
        if (NoDescriptorLeft.isBehind(e)) {
            return "no descriptor is left for it";
        }
        return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
    }

    @Override
    public String dump(String fileName) throws IOException {
        Path file = work.folder().named(fileName);
        try {
            work.write(file);
        } catch (FileAlreadyExistsException there) {
            throw new IllegalArgumentException("'" + fileName + "' is there already, and is not overwritten");
        } catch (IOException e) {
            sources.faults().record(Edge.DUMP, e);
            throw new IOException(reason(e), e);
        }
        return file.toString();
    }

    @Override
    public void close() {
        try {
            work.close();
        } catch (IOException | RuntimeException | Error e) {
            sources.faults().record(Edge.DUMP, e);
        }
    }
}
