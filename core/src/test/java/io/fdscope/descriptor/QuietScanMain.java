package io.fdscope.descriptor;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scans a process in which nothing happens. Prints garbage per descriptor and scan in bytes, milliseconds a scan, chunks
 * of the last table, and how many of them are those of the table before. Argument: the number of unconnected sockets.
 */
public final class QuietScanMain {
    private static final int WARM_UP = 20;
    private static final int SCANS = 10;

    private QuietScanMain() {}

    public static void main(String[] arguments) throws IOException {
        int sockets = Integer.parseInt(arguments[0]);
        List<SocketChannel> open = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            open.add(SocketChannel.open());
        }
        Faults faults = new Faults();
        try (WatchedProcess watched = new WatchedProcess(
                Path.of("/proc"),
                0,
                SamplerPeriods.DEFAULT,
                faults,
                new Announcer(line -> faults.record(Edge.START, new IOException(line))))) {
            scan(watched, WARM_UP);
            DescriptorTable before = scan(watched, 1);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            long nanos = System.nanoTime();
            DescriptorTable after = scan(watched, SCANS);
            nanos = System.nanoTime() - nanos;
            bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
            System.out.println((double) bytes / SCANS / after.size());
            System.out.println(nanos / 1e6 / SCANS);
            System.out.println(after.end() / TableChunk.SIZE);
            System.out.println(after.sharedChunks(before));
            System.out.println(faults.count() + open.size() - sockets);
        }
    }

    private static DescriptorTable scan(WatchedProcess watched, int times) {
        for (int i = 1; i < times; i++) {
            watched.sampler().scanNow();
        }
        return watched.sampler().scanNow().scan().table();
    }
}
