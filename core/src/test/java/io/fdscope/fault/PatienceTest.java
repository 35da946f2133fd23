package io.fdscope.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatienceTest {
    private final Patience patience = new Patience("fdscope-test");
    private final AtomicReference<Thread> worker = new AtomicReference<>();

    @Test
    void whatIsDoneInTimeIsWaitedFor() throws TimeoutException, ExecutionException {
        patience.waitFor(() -> worker.set(Thread.currentThread()));
        assertThat(worker.get().getName()).isEqualTo("fdscope-test");
        assertThat(worker.get().isDaemon()).isTrue();
    }

    @Test
    void whatItThrowsIsTold() {
        assertThatThrownBy(() -> patience.waitFor(() -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whatHangsIsLeftToItself() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        assertThatThrownBy(() -> patience.waitFor(() -> {
                    worker.set(Thread.currentThread());
                    released.await();
                }))
                .isInstanceOf(TimeoutException.class);
        assertThat(worker.get().isAlive()).isTrue();
        released.countDown();
        worker.get().join();
    }

    @Test
    void whoIsInterruptedWaitsAllTheSameAndStaysInterrupted() throws TimeoutException, ExecutionException {
        Thread me = Thread.currentThread();
        me.interrupt();
        patience.waitFor(() -> {
            me.interrupt();
            worker.set(Thread.currentThread());
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(worker.get()).isNotNull();
    }
}
