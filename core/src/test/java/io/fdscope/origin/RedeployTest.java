package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import io.fdscope.fixture.Await;
import java.lang.ref.WeakReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** An application that is gone must not stay in memory because it has left sockets behind. */
class RedeployTest {
    private final Ledger ledger = new Ledger();

    @Test
    void classLoaderOfSocketsThatAreStillOpenCanBeCollected() throws ReflectiveOperationException {
        ledger.begin();
        WeakReference<ClassLoader> loader = deploy();
        ledger.settle();
        Await.until("the end of the loader", () -> {
            System.gc();
            return loader.refersTo(null);
        });
        assertThat(ledger.of(1).orElseThrow().site().name()).isEqualTo(Shop.ORDER);
        assertThat(ledger.of(2).orElseThrow().closedInJava()).isTrue();
    }

    @Test
    void socketThatDiesYoungHoldsNothingEvenBeforeItsStackIsRead() throws ReflectiveOperationException {
        ledger.begin();
        WeakReference<ClassLoader> loader = deploy();
        ledger.releasing(1);
        ledger.releasing(2);
        Await.until("the end of the loader", () -> {
            System.gc();
            return loader.refersTo(null);
        });
    }

    private WeakReference<ClassLoader> deploy() throws ReflectiveOperationException {
        LoadedApplication application = new LoadedApplication();
        IntConsumer shop = application.shop(ledger);
        assertThat(shop.getClass().getClassLoader()).isSameAs(application);
        shop.accept(1);
        shop.accept(2);
        shop.accept(-2);
        return new WeakReference<>(application);
    }
}
