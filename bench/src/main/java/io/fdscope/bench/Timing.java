package io.fdscope.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What one thing costs when it is done again and again: medians, so that what interrupts it now and then does not count.
 */
final class Timing {
    private static final int LEAST = 5;
    private static final int MOST = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final int batch;
    private final long[] wall = new long[MOST];
    private final long[] cpu = new long[MOST];
    private final long[] bytes = new long[MOST];
    private int batches;

    /** @param batch how many to time at once: looking at the clocks takes about a microsecond */
    Timing(int batch) {
        this.batch = batch;
    }

    /** Repeats it for some time, at least {@value #LEAST} batches. */
    void repeat(Work work, int millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        do {
            one(work);
        } while (batches < MOST && (batches < LEAST || System.nanoTime() < end));
    }

    /** One batch. */
    void one(Work work) throws IOException {
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        long wallBefore = System.nanoTime();
        for (int i = 0; i < batch; i++) {
            work.run();
        }
        wall[batches] = (System.nanoTime() - wallBefore) / batch;
        cpu[batches] = (THREADS.getCurrentThreadCpuTime() - cpuBefore) / batch;
        bytes[batches] = (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / batch;
        batches++;
    }

    /** Nanoseconds on the clock, nanoseconds of CPU, bytes of garbage; medians. */
    @Override
    public String toString() {
        return median(wall) + " " + median(cpu) + " " + median(bytes);
    }

    private long median(long[] values) {
        long[] sorted = Arrays.copyOf(values, batches);
        Arrays.sort(sorted);
        return sorted[batches / 2];
    }
}
