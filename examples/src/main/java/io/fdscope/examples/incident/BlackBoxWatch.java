package io.fdscope.examples.incident;

import io.fdscope.blackbox.BlackBox;
import io.fdscope.blackbox.BlackBoxFinder;
import io.fdscope.blackbox.BlackBoxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the service's black box, the file in which fdscope leaves every sample. */
final class BlackBoxWatch {
    private static final Duration FIRST_SAMPLE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 50;

    private final long pid;
    private final Path file;

    private BlackBoxWatch(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /** Waits until there is a first sample. */
    static BlackBoxWatch of(long pid) throws DemoFailure, InterruptedException {
        BlackBoxFinder finder = new BlackBoxFinder(Path.of(System.getProperty("java.io.tmpdir")));
        long deadline = System.nanoTime() + FIRST_SAMPLE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<BlackBoxWatch> found = find(finder, pid);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new DemoFailure("fdscope in the service (process " + pid + ") wrote no black box within "
                + FIRST_SAMPLE.toSeconds() + " s");
    }

    private static Optional<BlackBoxWatch> find(BlackBoxFinder finder, long pid) {
        try {
            return finder.find(pid).stream()
                    .map(path -> new BlackBoxWatch(pid, path))
                    .filter(watch -> watch.count("readingEpochMillis") > 0)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // It is being made.
        }
    }

    /** The figures of the last sample, by name. */
    Map<String, Number> figures() {
        return box().map(BlackBox::figures).orElse(Map.of());
    }

    /** The last verdict in words, as {@code fdscope why} prints it; empty where there is none. */
    String verdict() {
        return box().map(BlackBox::verdict).orElse("");
    }

    /** Where the first suspect of the last verdict that has a known site creates its sockets: class.method(file:line). */
    Optional<String> suspectSite() {
        return box().stream()
                .flatMap(box -> box.suspects().stream())
                .map(suspect -> suspect.text("creationSite"))
                .filter(site -> !site.isEmpty())
                .findFirst();
    }

    private Optional<BlackBox> box() {
        try {
            return Optional.of(BlackBoxReader.read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** One whole number of the last sample; −1 where there is none. */
    long count(String name) {
        Number value = figures().get(name);
        return value == null ? -1 : value.longValue();
    }

    Observation observe() {
        return Observation.ofFigures("fdscope, black box (this screen)", figures());
    }

    /** Waits for the next reading, or so long. */
    void awaitNewReading(Duration atMost) throws InterruptedException {
        awaitAbove("readingEpochMillis", count("readingEpochMillis"), atMost);
    }

    /** Waits until a scan has begun and ended that had not begun when this was called. */
    void awaitNewScan(Duration atMost) throws DemoFailure, InterruptedException {
        if (!awaitAbove("scanCount", count("scanCount") + 1, atMost)) {
            throw new DemoFailure("fdscope in the service (process " + pid + ") made no new scan within "
                    + atMost.toSeconds() + " s");
        }
    }

    /** Waits until a verdict names a suspect. */
    void awaitSuspect(Duration atMost) throws DemoFailure, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (suspectSite().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("fdscope in the service (process " + pid + ") named no suspect within "
                        + atMost.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean awaitAbove(String name, long value, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (count(name) <= value) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Removes the file, should the service have had no time to. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Not ours to mend: fdscope prunes the files of dead processes.
        }
    }
}
