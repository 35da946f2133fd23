package io.fdscope.descriptor;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.Natives;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scans a process in which nothing happens. Prints garbage per scan in bytes, milliseconds a scan, chunks of the last
 * table, and how many of them are those of the table before. Arguments: the number of unconnected sockets, and how many
 * threads wait in accept, each on a socket of its own.
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
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            accept(new ServerSocket(0));
        }
        Faults faults = new Faults();
        try (WatchedProcess watched = new WatchedProcess(
                Path.of("/proc"),
                0,
                SamplerPeriods.DEFAULT,
                faults,
                new Announcer(line -> faults.record(Edge.START, new IOException(line))),
                Natives.told())) {
            watched.allowFirstSocket();
            scan(watched, WARM_UP);
            DescriptorTable before = scan(watched, 1);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            DescriptorTable after = before;
            long leastBytes = Long.MAX_VALUE;
            long nanos = System.nanoTime();
            for (int i = 0; i < SCANS; i++) {
                // The JVM may hold a descriptor for a moment, which makes one scan look for it everywhere.
                long bytes =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                after = scan(watched, 1);
                bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
                leastBytes = Math.min(leastBytes, bytes);
            }
            nanos = System.nanoTime() - nanos;
            System.out.println(leastBytes);
            System.out.println(nanos / 1e6 / SCANS);
            System.out.println(after.end() / TableChunk.SIZE);
            System.out.println(after.sharedChunks(before));
            System.out.println(faults.count() + open.size() - sockets);
        }
    }

    private static void accept(ServerSocket listening) {
        Thread thread = new Thread(() -> {
            try (Socket nobodyComes = listening.accept()) {
                nobodyComes.isConnected();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static DescriptorTable scan(WatchedProcess watched, int times) {
        for (int i = 1; i < times; i++) {
            watched.sampler().scanNow();
        }
        return watched.sampler().scanNow().scan().table();
    }
}
