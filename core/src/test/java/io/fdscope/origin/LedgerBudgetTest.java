package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A clock that goes on each time it is read, so that a stack takes what this test says. */
class LedgerBudgetTest {
    private long nanoTime;
    private long readings;
    private long stepNanos;
    private final Ledger ledger = new Ledger(this::tick, () -> 0);
    private final Shop shop = new Shop(ledger);

    private long tick() {
        readings++;
        nanoTime += stepNanos;
        return nanoTime;
    }

    @Test
    void dearStacksAreSampledAtAPaceThatCheapOnesAreNot() {
        stepNanos = 1000;
        ledger.begin();
        orderForSeconds(60, 900);
        assertThat(ledger.facts().sampledOneIn()).isEqualTo(1);
        stepNanos = 20_000;
        orderForSeconds(120, 900);
        assertThat(ledger.facts().sampledOneIn()).isBetween(12, 24);
    }

    private void orderForSeconds(int seconds, int perSecond) {
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < perSecond; i++) {
                shop.order(7);
                ledger.releasing(7);
            }
            passASecond();
        }
    }

    @Test
    void ofDearClosingsFewerStacksAreKept() {
        stepNanos = 20_000;
        ledger.begin();
        assertThat(closingStacksOf(50)).isEqualTo(50);
        for (int second = 0; second < 120; second++) {
            closingStacksOf(50);
        }
        assertThat(closingStacksOf(50)).isBetween(1, 15);
    }

    /** Where a stack is kept, the clock is read before and after it. */
    private int closingStacksOf(int sockets) {
        for (int fd = 0; fd < sockets; fd++) {
            shop.order(fd);
        }
        long before = readings;
        for (int fd = 0; fd < sockets; fd++) {
            ledger.closedInJava(fd);
        }
        int stacks = (int) (readings - before - sockets) / 2;
        for (int fd = 0; fd < sockets; fd++) {
            ledger.releasing(fd);
        }
        passASecond();
        return stacks;
    }

    private void passASecond() {
        nanoTime += TimeUnit.SECONDS.toNanos(1);
        ledger.settle();
    }
}
