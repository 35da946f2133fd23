package io.fdscope.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hostile polling costs no more than the budget, leaves nothing behind, and breaks nothing. */
class PollingLoadIT {
    /** One percent of a core, as the option says by default. */
    private static final double BUDGET = 0.01;

    /** A scan may use up what the budget has saved in the period before. */
    private static final double SCAN_PERIOD_SECONDS = 10;

    /** Buffers of RMI and of classes loaded late; a minute of reads that each left 300 bytes would be more. */
    private static final long MOST_GROWTH = 3L << 20;

    private static final int CROSSINGS = 15;

    private static PolledHost host;

    private JmxPoller observer;

    @BeforeAll
    static void start() throws IOException {
        host = PolledHost.start();
    }

    @AfterAll
    static void end() {
        host.close();
    }

    @BeforeEach
    void connect() throws Exception {
        observer = host.poller();
        Await.until("the first scan is over", () -> number("ScanCount") > 0);
    }

    @AfterEach
    void disconnect() throws IOException {
        observer.close();
    }

    private long number(String attribute) {
        try {
            return observer.number(attribute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long the steady load lasts. */
    int seconds() {
        return 3;
    }

    /** Shows what it cost, where somebody wants to know. */
    void report(Footprint cost) {}

    @Test
    void twoHundredReadsOfEveryAttributePerSecondCostNoMoreThanTheBudget() throws Exception {
        host.order("leak 200", "leaked 200");
        try (PollingClients clients = new PollingClients(host)) {
            assertThat(clients.hurry(20)).isZero();

            Footprint cost = Footprint.of(
                    observer, () -> assertThat(clients.poll(seconds())).isZero());

            report(cost);
            assertThat(cost.share() * cost.seconds()).isLessThan(BUDGET * (cost.seconds() + SCAN_PERIOD_SECONDS));
            assertThat(observer.fraction("ScanShare")).isLessThanOrEqualTo(BUDGET * 1.01);
            assertThat(cost.scans()).isLessThanOrEqualTo((long) (cost.seconds() / SCAN_PERIOD_SECONDS) + 1);
            assertThat(cost.heapBytes()).isLessThan(MOST_GROWTH);
            assertThat(cost.faults()).isZero();
        }
        host.order("free", "freed");
    }

    @Test
    void withNoDescriptorLeftEveryAttributeIsStillRead() throws Exception {
        try (PollingClients clients = new PollingClients(host)) {
            assertThat(clients.hurry(10)).isZero();
            host.order("exhaust", "exhausted with");
            Await.until("it is seen", () -> number("Headroom") == 0);

            Footprint cost =
                    Footprint.of(observer, () -> assertThat(clients.hurry(20)).isZero());

            assertThat(cost.faults()).isZero();
            assertThat(cost.heapBytes()).isLessThan(MOST_GROWTH);
            host.order("free", "freed");
            Await.until("it has room again", () -> number("Headroom") > PolledHost.WARN);
        }
    }

    @Test
    void aClientThatNeverReadsItsNotificationsHoldsUpNobody() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        observer.set("CountPeriodMillis", 20);
        try (JmxPoller deaf = host.poller();
                JmxPoller awake = host.poller()) {
            deaf.listen((news, handback) -> waitFor(over));
            awake.listen((news, handback) -> heard.add(news.getType()));
            cross(heard, 3);

            Footprint cost = Footprint.of(observer, () -> {
                cross(heard, CROSSINGS);
                return null;
            });

            assertThat(heard).filteredOn(type -> type.endsWith(".recovered")).hasSize(CROSSINGS + 3);
            assertThat(cost.faults()).isZero();
            assertThat(cost.heapBytes()).isLessThan(MOST_GROWTH);
        } finally {
            over.countDown();
            observer.set("CountPeriodMillis", 1000);
        }
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the process cross its first threshold so often, and come back. */
    private void cross(List<String> heard, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            int before = heard.size();
            host.order("leak " + PolledHost.WARN, "leaked " + PolledHost.WARN);
            Await.until("it is told", () -> heard.size() > before);
            host.order("free", "freed");
            Await.until("the end is told", () -> heard.get(heard.size() - 1).endsWith(".recovered"));
        }
    }
}
