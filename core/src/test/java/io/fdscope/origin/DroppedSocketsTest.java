package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who closes tells whether a program has closed at all. */
class DroppedSocketsTest {
    private final Ledger ledger = new Ledger();
    private final Shop shop = new Shop(ledger);

    @BeforeEach
    void begin() {
        ledger.begin();
    }

    @Test
    void closeByTheCleanerCountsForTheSiteThatCreated() throws InterruptedException {
        order(3);
        ledger.settle();
        byCleaner(() -> ledger.releasing(1));
        ledger.releasing(2);
        assertThat(site().droppedWithoutClose()).isEqualTo(1);
        assertThat(site().created()).isEqualTo(3);
        assertThat(site().openCount()).isEqualTo(1);
        assertThat(ledger.facts().droppedWithoutClose()).isEqualTo(1);
    }

    /** Up to 18 an SSLSocket has a finalizer, and some HTTP clients have one. */
    @Test
    void closeByAFinalizerIsADropAsWell() throws InterruptedException {
        order(3);
        ledger.settle();
        by("Finalizer", () -> ledger.releasing(1));
        by("Secondary finalizer", () -> ledger.releasing(2));
        by("Finalizer-like", () -> ledger.releasing(3));
        assertThat(site().droppedWithoutClose()).isEqualTo(2);
        assertThat(ledger.facts().droppedWithoutClose()).isEqualTo(2);
    }

    @Test
    void siteOfOneThatWasDroppedBeforeItsStackWasReadIsToldLater() throws InterruptedException {
        shop.order(1);
        byCleaner(() -> ledger.releasing(1));
        assertThat(ledger.of(1)).isEmpty();
        assertThat(ledger.sites()).isEmpty();
        ledger.settle();
        assertThat(site().site().name()).isEqualTo(Shop.ORDER);
        assertThat(site().droppedWithoutClose()).isEqualTo(1);
        assertThat(site().created()).isEqualTo(1);
        assertThat(site().openCount()).isZero();
    }

    @Test
    void oneOfUnknownOriginCountsInAllOnly() throws InterruptedException {
        byCleaner(() -> ledger.releasing(9));
        ledger.settle();
        assertThat(ledger.facts().droppedWithoutClose()).isEqualTo(1);
        assertThat(ledger.sites()).isEmpty();
    }

    @Test
    void dropsAreCountedSinceTheStartAndUnknownWhileNothingIsTraced() throws InterruptedException {
        byCleaner(() -> ledger.releasing(9));
        ledger.end();
        assertThat(ledger.facts().droppedWithoutClose()).isEqualTo(-1);
        assertThat(ledger.facts().heldAfterClose()).isEqualTo(-1);
        ledger.begin();
        byCleaner(() -> ledger.releasing(9));
        assertThat(ledger.facts().droppedWithoutClose()).isEqualTo(2);
        assertThat(ledger.facts().heldAfterClose()).isZero();
    }

    @Test
    void heldAfterCloseIsCountedUntilTheDescriptorIsGivenBack() {
        order(2);
        shop.close(1);
        shop.close(1);
        assertThat(ledger.facts().heldAfterClose()).isEqualTo(1);
        assertThat(ledger.of(1).orElseThrow().closedInJava()).isTrue();
        ledger.settle();
        assertThat(site().closingStack()).startsWith("com.example.shop.Shop.close(Shop.java:");
        ledger.releasing(1);
        assertThat(ledger.facts().heldAfterClose()).isZero();
        ledger.closedInJava(1);
        assertThat(ledger.facts().heldAfterClose()).isZero();
    }

    private void order(int count) {
        for (int fd = 1; fd <= count; fd++) {
            shop.order(fd);
        }
    }

    private TracedSite site() {
        List<TracedSite> sites = ledger.sites();
        assertThat(sites).hasSize(1);
        return sites.get(0);
    }

    private static void byCleaner(Runnable closing) throws InterruptedException {
        by("Common-Cleaner", closing);
    }

    private static void by(String threadName, Runnable closing) throws InterruptedException {
        Thread thread = new Thread(closing, threadName);
        thread.start();
        thread.join();
    }
}
