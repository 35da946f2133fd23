package io.fdscope.jfr.dump;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SpareDescriptors;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.AlertLevel;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** What dumps need of a process that has descriptors to spare. */
abstract class DumpCase {
    static final long ALL = 1000;

    @TempDir
    Path temporary;

    final Faults faults = new Faults();
    final List<String> said = new CopyOnWriteArrayList<>();
    final CountDownLatch verdictAsked = new CountDownLatch(1);
    final CountDownLatch verdictReady = new CountDownLatch(1);
    volatile AlertLevel level = AlertLevel.NORMAL;
    volatile long open = 10;
    volatile boolean guarded = true;
    volatile Optional<RandomAccessFile> chunk = Optional.empty();
    final AtomicInteger guardAsked = new AtomicInteger();
    final DumpSources sources = new DumpSources(
            () -> sample(0),
            () -> level,
            this::verdict,
            new SpareDescriptors(Path.of("/proc"), 0, new OwnFiles()),
            new OwnFiles(),
            new Guard(),
            faults,
            new Announcer(said::add));

    private final class Guard implements RecorderGuard {
        @Override
        public boolean isInPlace() {
            guardAsked.incrementAndGet();
            return guarded;
        }

        @Override
        public Optional<RandomAccessFile> lastChunk() {
            return chunk;
        }
    }

    /** Takes as long as a test wants. */
    private String verdict() {
        verdictAsked.countDown();
        try {
            verdictReady.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "a verdict";
    }

    final Sample sample(long second) {
        Reading reading = new Reading(
                0,
                System.nanoTime() + Duration.ofSeconds(second).toNanos(),
                open,
                new Limits(ALL, ALL),
                SystemFiles.UNKNOWN,
                SocketFigures.UNKNOWN);
        return new Sample(reading, Scan.NONE, Trend.UNKNOWN, 0, "none");
    }
}
