package io.fdscope.probe;

import io.fdscope.fixture.Await;
import io.fdscope.procfs.DescriptorLinks;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs self-tests while files and sockets take each other's low numbers as fast as two threads can. Prints how many
 * passed. Arguments: the calls, and how many self-tests.
 */
public final class SelfTestMain {
    private static final int AT_ONCE = 1;
    private static final AtomicLong TURNS = new AtomicLong();
    private static volatile boolean over;

    private SelfTestMain() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException, InterruptedException {
        KernelCalls calls = arguments[0].equals("jdk")
                ? JdkCalls.resolve(PackageOpener.NONE)
                : ForeignCalls.resolve(PackageOpener.NONE);
        SelfTest test = new SelfTest(calls, new DescriptorLinks(Path.of("/proc/self/fd")));
        Thread first = start();
        Thread second = start();
        Await.until("churn", () -> TURNS.get() > 100);
        int passed = 0;
        while (passed < Integer.parseInt(arguments[1])) {
            test.run();
            passed++;
        }
        over = true;
        first.join();
        second.join();
        System.out.println("PASSED " + passed);
    }

    private static Thread start() {
        Thread thread = new Thread(SelfTestMain::churn);
        thread.setDaemon(true); // A self-test that fails ends the JVM.
        thread.start();
        return thread;
    }

    private static void churn() {
        Deque<Closeable> open = new ArrayDeque<>();
        while (!over) {
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    open.push(new FileInputStream("/dev/null"));
                    open.push(new DatagramSocket());
                }
                while (!open.isEmpty()) {
                    open.pop().close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            TURNS.incrementAndGet();
        }
    }
}
