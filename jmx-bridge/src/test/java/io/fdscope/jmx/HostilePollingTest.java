package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;

class HostilePollingTest {
    private static final int THREADS = 20;
    private static final int ROUNDS = 50;

    @Test
    void readingEverythingAllTheTimeNeverSamples() throws Exception {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(line -> {});
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        try (WatchedProcess process =
                        new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, announcer);
                Registration up = Beans.of(process.sampler(), () -> {}, faults).register(server, announcer)) {
            assertThat(up.isRegistered()).isTrue();
            BeanClient client = new BeanClient(server);
            client.scanNow();
            Object taken = process.sampler().latest();

            for (Future<Integer> read : clients.invokeAll(pollers(client), 60, TimeUnit.SECONDS)) {
                assertThat(read.get()).isEqualTo(ROUNDS * client.attributeNames().length);
            }

            assertThat(client.number("ScanCount")).isEqualTo(1);
            assertThat(process.sampler().latest()).isSameAs(taken);
            assertThat(faults.byKind()).isEmpty();
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<Callable<Integer>> pollers(BeanClient client) {
        List<Callable<Integer>> pollers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            pollers.add(() -> poll(client));
        }
        return pollers;
    }

    private static int poll(BeanClient client) throws Exception {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            read += client.server()
                    .getAttributes(client.name(), client.attributeNames())
                    .size();
        }
        return read;
    }
}
