package io.fdscope.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Twenty clients, each over a connection of its own, that read every attribute. */
final class PollingClients implements AutoCloseable {
    static final int CLIENTS = 20;
    static final int READS_PER_SECOND = 200;

    private static final long PATIENCE_SECONDS = 120;

    private final List<JmxPoller> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    PollingClients(PolledHost host) throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(host.poller());
        }
    }

    /** Reads at that rate for so long; how many attributes did not come. */
    int poll(int seconds) throws Exception {
        int reads = seconds * READS_PER_SECOND;
        Semaphore due = new Semaphore(0);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        long period = TimeUnit.SECONDS.toNanos(1) * CLIENTS / READS_PER_SECOND;
        Future<?> ticking = clock.scheduleAtFixedRate(() -> due.release(CLIENTS), 0, period, TimeUnit.NANOSECONDS);
        try {
            return all(client -> {
                int missing = 0;
                for (int i = 0; i < reads / CLIENTS; i++) {
                    due.acquire();
                    missing += client.readAll();
                }
                return missing;
            });
        } finally {
            ticking.cancel(false);
            clock.shutdownNow();
        }
    }

    /** Reads so often, as fast as they can; how many attributes did not come. */
    int hurry(int reads) throws Exception {
        return all(client -> {
            int missing = 0;
            for (int i = 0; i < reads; i++) {
                missing += client.readAll();
            }
            return missing;
        });
    }

    /** What one client does. */
    @FunctionalInterface
    private interface Work {
        int of(JmxPoller client) throws Exception;
    }

    private int all(Work work) throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        clients.forEach(client -> tasks.add(() -> work.of(client)));
        int missing = 0;
        for (Future<Integer> done : threads.invokeAll(tasks, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            missing += done.get();
        }
        return missing;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (JmxPoller client : clients) {
            client.close();
        }
    }
}
