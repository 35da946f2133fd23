package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import io.fdscope.fixture.Attempts;
import io.fdscope.fixture.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads and few numbers. Nobody owns a number twice at a time: the kernel sees to that, here a flag. */
class LedgerThreadsTest {
    private static final int THREADS = 8;
    private static final int TURNS = 50_000;
    private static final int NUMBERS = 64;

    /** Stands still while sockets are created, so that none is sampled out. */
    private final AtomicLong nanoTime = new AtomicLong(1);

    private final Ledger ledger = new Ledger(nanoTime::get, () -> 5);
    private final AtomicIntegerArray taken = new AtomicIntegerArray(NUMBERS);
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();

    @Test
    void countsAreExactHoweverOpeningClosingAndSettlingMeet() throws InterruptedException {
        ledger.begin();
        AtomicBoolean over = new AtomicBoolean();
        Thread settling = start("settling", () -> settleUntil(over));
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int seed = i;
            // Two of them are the garbage collector's, as far as the ledger can tell.
            threads.add(start(i < 2 ? "Common-Cleaner" : "worker-" + i, () -> work(seed, start)));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        over.set(true);
        settling.join();
        ledger.settle();
        assertThat(wrong).hasValue(0);
        assertThat(ledger.facts().created()).isEqualTo(created.get());
        assertThat(ledger.facts().droppedWithoutClose()).isEqualTo(dropped.get());
        assertThat(ledger.facts().heldAfterClose()).isZero();
        List<Integer> open = new ArrayList<>();
        ledger.forEach((socket, fd) -> open.add(fd));
        assertThat(open).isEmpty();
        assertThat(ledger.sites()).allMatch(site -> site.droppedWithoutClose() <= site.created());
        for (TracedSite site : ledger.sites()) {
            assertThat(site.openCount()).isZero();
        }
    }

    private void work(int seed, CountDownLatch start) {
        Await.until("the start", () -> start.getCount() == 0);
        Shop shop = new Shop(ledger);
        boolean cleaner = Thread.currentThread().getName().equals("Common-Cleaner");
        for (int turn = 0; turn < TURNS; turn++) {
            int fd = (turn * 31 + seed * 17) % NUMBERS;
            if (taken.compareAndSet(fd, 0, 1)) {
                shop.order(fd);
                created.incrementAndGet();
                wrong.addAndGet(ledger.creationId(fd) == 0 ? 1 : 0);
                if (turn % 3 == 0) {
                    ledger.closedInJava(fd);
                }
                ledger.releasing(fd);
                dropped.addAndGet(cleaner ? 1 : 0);
                wrong.addAndGet(ledger.creationId(fd) == 0 ? 0 : 1);
                taken.set(fd, 0);
            }
            if (turn % 7 == 0) {
                ledger.closedInJava(turn % NUMBERS); // late, and maybe another's
                ledger.connected(turn % NUMBERS, ATTEMPT);
                ledger.of(turn % NUMBERS);
            }
        }
    }

    private static final ConnectAttempt ATTEMPT =
            Attempts.at(Long.MAX_VALUE / 2, Attempts.end("h", "192.0.2.1", 1), ConnectAttempt.Outcome.SUCCEEDED);

    private void settleUntil(AtomicBoolean over) {
        while (!over.get()) {
            nanoTime.addAndGet(1_000_000_000);
            ledger.settle();
        }
    }

    private static Thread start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.start();
        return thread;
    }
}
