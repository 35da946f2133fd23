package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import io.fdscope.fixture.Attempts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private long nanoTime = -7_000_000_000L; // the JVM's clock may start anywhere
    private long epochMillis = 1_700_000_000_000L;
    private final Ledger ledger = new Ledger(() -> nanoTime, () -> epochMillis);
    private final Shop shop = new Shop(ledger);

    @BeforeEach
    void begin() {
        ledger.begin();
    }

    @Test
    void anOpenSocketIsKnownByItsNumberUntilItIsReleased() {
        pass(1);
        shop.order(7);
        pass(2);
        Creation creation = ledger.of(7).orElseThrow();
        assertThat(creation.id()).isEqualTo(1).isEqualTo(ledger.creationId(7));
        assertThat(creation.epochMillis()).isEqualTo(1_700_000_001_000L);
        assertThat(nanoTime - ledger.createdNanos(7)).isEqualTo(2_000_000_000L);
        assertThat(creation.threadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(creation.site().name()).isEqualTo(Shop.ORDER);
        assertThat(creation.attempt()).isEmpty();
        assertThat(creation.closedInJava()).isFalse();
        ledger.releasing(7);
        assertThat(ledger.of(7)).isEmpty();
        assertThat(ledger.creationId(7)).isZero();
    }

    @Test
    void ourOwnFramesAreTakenOffTheTopOfTheStack() {
        shop.order(7);
        assertThat(ledger.of(7).orElseThrow().site().stackText())
                .startsWith(Shop.ORDER + "\nio.fdscope.origin.LedgerTest.ourOwnFrames");
    }

    @Test
    void nothingIsNotedBeforeTheHooksAreInPlaceNorAfter() {
        Ledger idle = new Ledger(() -> nanoTime, () -> epochMillis);
        new Shop(idle).order(7);
        assertThat(idle.of(7)).isEmpty();
        assertThat(idle.facts()).isEqualTo(new TracingFacts(false, 0, 0, 1, 0, -1, -1));
        shop.order(8);
        ledger.end();
        assertThat(ledger.of(8)).isEmpty();
        shop.order(9);
        assertThat(ledger.of(9)).isEmpty();
        assertThat(ledger.facts().enabled()).isFalse();
        assertThat(ledger.facts().created()).isEqualTo(1);
    }

    @Test
    void beginningAnewCountsAnew() {
        shop.order(7);
        ledger.end();
        pass(5);
        ledger.begin();
        assertThat(ledger.facts()).isEqualTo(new TracingFacts(true, epochMillis, 0, 1, 0, 0, 0));
    }

    @Test
    void toTheNanosecondItIsKnownWhatCameBeforeAnotherMoment() {
        shop.order(7);
        Creation creation = ledger.of(7).orElseThrow();
        assertThat(creation.isLaterThan(nanoTime)).isFalse();
        assertThat(creation.isLaterThan(nanoTime - 1)).isTrue();
    }

    @Test
    void attemptGoesToTheSocketThatMadeIt() {
        shop.order(7);
        pass(3);
        ledger.connected(7, attempt(-1));
        assertThat(ledger.of(7).orElseThrow().attempt()).contains(attempt(-1));
    }

    @Test
    void attemptOfOneThatWasClosedMeanwhileIsNotTheNextOnes() {
        shop.order(7);
        pass(3);
        ledger.releasing(7);
        shop.order(7);
        pass(1);
        ledger.connected(7, attempt(-2)); // began when the first one was open
        assertThat(ledger.of(7).orElseThrow().attempt()).isEmpty();
        ledger.releasing(7);
        ledger.connected(7, attempt(-1));
        assertThat(ledger.of(7)).isEmpty();
    }

    @Test
    void numbersBeyondTheBoundAreCountedAsLost() {
        shop.order(DescriptorSlots.MOST_NUMBERS - 1);
        shop.order(DescriptorSlots.MOST_NUMBERS);
        shop.order(-1);
        ledger.releasing(DescriptorSlots.MOST_NUMBERS);
        ledger.releasing(-1);
        assertThat(ledger.of(DescriptorSlots.MOST_NUMBERS - 1)).isPresent();
        assertThat(ledger.facts().created()).isEqualTo(3);
        assertThat(ledger.facts().lost()).isEqualTo(2);
    }

    @Test
    void survivorsAreCountedBySite() {
        for (int fd = 0; fd < 20; fd++) {
            shop.order(fd);
        }
        ledger.releasing(3); // young
        ledger.settle();
        ledger.releasing(4); // seen
        shop.pay(30);
        ledger.settle();
        assertThat(ledger.sites()).extracting(TracedSite::created).containsExactlyInAnyOrder(19L, 1L);
        List<Integer> open = new ArrayList<>();
        ledger.forEach((socket, fd) -> open.add(fd));
        assertThat(open).hasSize(19).doesNotContain(3, 4).contains(30);
    }

    @Test
    void samplingFollowsThePaceAlsoWhereASecondIsNotQuiteOver() {
        for (int turn = 0; turn < 5000; turn++) {
            shop.order(7);
            ledger.releasing(7);
        }
        assertThat(ledger.facts().sampledOneIn()).isGreaterThan(1);
        nanoTime += TimeUnit.MILLISECONDS.toNanos(990);
        ledger.settle();
        assertThat(ledger.facts().sampledOneIn()).isEqualTo(6);
        nanoTime += TimeUnit.MILLISECONDS.toNanos(990);
        ledger.settle();
        assertThat(ledger.facts().sampledOneIn()).isEqualTo(1);
    }

    @Test
    void numberThatIsOpenedTwiceWasClosedUnheardOf() {
        shop.order(7);
        ledger.settle();
        ledger.closedInJava(7);
        shop.pay(7);
        assertThat(ledger.creationId(7)).isEqualTo(2);
        assertThat(ledger.facts().heldAfterClose()).isZero();
    }

    @Test
    void sitesBeyondTheBoundAreLostAndIdleOnesMakeRoom() {
        for (int site = 0; site < SiteTable.MOST_SITES + 5; site++) {
            orderByTheWayOf(site, 5, site);
            pass(1);
            ledger.settle();
        }
        assertThat(ledger.sites()).hasSize(SiteTable.MOST_SITES);
        assertThat(ledger.facts().lost()).isEqualTo(5);
        assertThat(ledger.of(SiteTable.MOST_SITES).orElseThrow().site().frames())
                .isEmpty();
        ledger.releasing(0);
        shop.pay(2_000);
        assertThat(ledger.of(2_000).orElseThrow().site().frames()).isNotEmpty();
        assertThat(ledger.sites()).hasSize(SiteTable.MOST_SITES);
    }

    @Test
    void sitesWithoutAnOpenSocketMakeRoomAlsoWhereTheyHaveDroppedSomeTheOldestDropFirst() throws InterruptedException {
        for (int site = 0; site < SiteTable.MOST_SITES; site++) {
            orderByTheWayOf(site, 5, site);
            pass(1);
            ledger.settle();
        }
        CreationSite first = ledger.of(17).orElseThrow().site();
        CreationSite second = ledger.of(3).orElseThrow().site();
        Thread cleaner = new Thread(
                () -> {
                    ledger.releasing(17);
                    ledger.releasing(3);
                },
                "Common-Cleaner");
        cleaner.start();
        cleaner.join();
        shop.pay(2_000);
        assertThat(ledger.of(2_000).orElseThrow().site().frames()).isNotEmpty();
        assertThat(ledger.sites())
                .hasSize(SiteTable.MOST_SITES)
                .extracting(TracedSite::site)
                .contains(second)
                .doesNotContain(first);
    }

    /** Calls itself in one of four lines, five times, which makes as many stacks as there are numbers. */
    private void orderByTheWayOf(int number, int calls, int fd) {
        if (calls == 0) {
            shop.order(fd);
            return;
        }
        switch (number & 3) {
            case 0 -> orderByTheWayOf(number >> 2, calls - 1, fd);
            case 1 -> orderByTheWayOf(number >>> 2, calls - 1, fd);
            case 2 -> orderByTheWayOf(number / 4, calls - 1, fd);
            default -> orderByTheWayOf((number - 3) / 4, calls - 1, fd);
        }
    }

    @Test
    void callByReflectionIsOneSiteHoweverTheJdkGoesAboutIt() throws ReflectiveOperationException {
        Method order = Shop.class.getMethod("order", int.class);
        for (int fd = 0; fd < 40; fd++) { // from the sixteenth on JDK 17 has code of its own for it
            order.invoke(shop, fd);
        }
        ledger.settle();
        assertThat(ledger.sites()).extracting(TracedSite::created).containsExactly(40L);
    }

    /** One that began so many seconds from now. */
    private ConnectAttempt attempt(int seconds) {
        long began = nanoTime + TimeUnit.SECONDS.toNanos(seconds);
        return Attempts.at(began, Attempts.end("db-1", "192.0.2.1", 3306), ConnectAttempt.Outcome.SUCCEEDED);
    }

    private void pass(int seconds) {
        nanoTime += TimeUnit.SECONDS.toNanos(seconds);
        epochMillis += TimeUnit.SECONDS.toMillis(seconds);
    }
}
