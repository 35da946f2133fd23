package io.fdscope.soak;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Leaks until no descriptor is left and stays there, while it commits events, opens and closes sockets, and has the flight
 * recorder begin new chunks in every way there is; then recovers and writes its recording. What it has committed stands in
 * a file of its own, opened before.
 */
final class SoakHost {
    private static final long BEAT_NANOS = 1_000_000;
    private static final String BALLAST = "x".repeat(200);

    private final ConcurrentLinkedDeque<SocketChannel> leaked = new ConcurrentLinkedDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong full = new AtomicLong();
    private final SoakDemands demands;
    private final RandomAccessFile log;
    private final Path folder;
    private volatile boolean over;

    private SoakHost(Path folder) throws IOException {
        this.folder = folder;
        demands = new SoakDemands(folder);
        log = new RandomAccessFile(folder.resolve("committed").toFile(), "rw");
    }

    /** Arguments: folder, leaking threads, pause of each in milliseconds, seconds at exhaustion. */
    public static void main(String[] arguments) throws Exception {
        SocketChannel.open().close();
        SoakHost host = new SoakHost(Path.of(arguments[0]));
        Recording recording = new Recording();
        recording.setToDisk(true);
        recording.enable(BeatEvent.class);
        recording.start();
        boolean watched =
                SoakDemands.isManaged(); // Asked by all, so that the server is there before descriptors run out.
        if (!watched && Boolean.getBoolean("soak.fdscope")) {
            host.await(SoakDemands::isManaged, Duration.ofSeconds(30));
        }
        host.demands.each(); // So that the classes are there.
        try {
            host.soak(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
        } finally {
            host.over = true; // Whatever happens here, the process ends.
        }
        host.recover(recording);
        System.out.println(host.demands + ", refused a socket " + host.full + ", left open " + leftOpen());
        System.exit(0);
    }

    private void soak(int leaking, long pauseMillis, long seconds) throws InterruptedException {
        start(this::beat);
        for (int i = 0; i < leaking; i++) {
            start(() -> leak(pauseMillis));
        }
        start(this::churn);
        System.out.println("leaking");
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            demands.next();
            pause(300_000_000);
        }
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void start(Runnable body) {
        Thread thread = new Thread(body);
        threads.add(thread);
        thread.start();
    }

    /** The log first: what is in it and not in the recording is lost, or was the last before the end. */
    private void beat() {
        while (!over) {
            BeatEvent event = new BeatEvent();
            event.number = committed.get();
            event.ballast = BALLAST;
            event.commit();
            note(committed.incrementAndGet());
            pause(BEAT_NANOS);
        }
    }

    private void note(long count) {
        try {
            log.seek(0);
            log.writeLong(count);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void leak(long pauseMillis) {
        while (!over) {
            try {
                leaked.push(SocketChannel.open());
            } catch (IOException none) {
                full.incrementAndGet();
                Thread.onSpinWait();
            }
            if (pauseMillis > 0) {
                pause(pauseMillis * 1_000_000);
            }
        }
    }

    /** Now and then one descriptor is free for a moment. */
    private void churn() {
        while (!over) {
            pause(20_000_000);
            SocketChannel one = leaked.poll();
            if (one != null) {
                close(one);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Recordings that a failed dump has left running, by the recorder's own. */
    private static long leftOpen() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(Objects::isNull)
                .count();
    }

    private void recover(Recording recording) throws IOException {
        leaked.forEach(SoakHost::close);
        leaked.clear();
        await(SoakHost::isRotated, Duration.ofSeconds(20));
        await(() -> leftOpen() == 0, Duration.ofSeconds(20));
        recording.dump(folder.resolve("final.jfr"));
    }

    private static boolean isRotated() {
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            return snapshot.getSize() > 0;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private void await(java.util.function.BooleanSupplier condition, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end && !condition.getAsBoolean()) {
            pause(50_000_000);
        }
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }
}
