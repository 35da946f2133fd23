package io.fdscope.load;

import java.util.concurrent.Callable;

/**
 * What something has cost the host.
 *
 * @param seconds how long it took
 * @param heapBytes by how much the heap in use after a garbage collection has grown; negative where it has shrunk
 * @param ownCpuNanos processor time of fdscope's own threads
 * @param processCpuNanos processor time of the whole process
 * @param scans how many there were
 * @param faults of fdscope's own
 */
record Footprint(double seconds, long heapBytes, long ownCpuNanos, long processCpuNanos, long scans, long faults) {
    private static final double NANOS = 1e9;

    static Footprint of(JmxPoller observer, Callable<?> task) throws Exception {
        long heap = observer.liveHeap();
        long cpu = observer.ownCpuNanos();
        long process = observer.processCpuNanos();
        long scans = observer.number("ScanCount");
        long faults = observer.number("FaultCount");
        long begin = System.nanoTime();
        task.call();
        double seconds = (System.nanoTime() - begin) / NANOS;
        process = observer.processCpuNanos() - process;
        return new Footprint(
                seconds,
                observer.liveHeap() - heap,
                observer.ownCpuNanos() - cpu,
                process,
                observer.number("ScanCount") - scans,
                observer.number("FaultCount") - faults);
    }

    /** Of one core, the whole process. */
    double processShare() {
        return processCpuNanos / NANOS / seconds;
    }

    /** Of one core, fdscope's own threads. */
    double share() {
        return ownCpuNanos / NANOS / seconds;
    }
}
