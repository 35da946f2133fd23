package io.fdscope.origin;

import com.example.shop.Shop;
import io.fdscope.fixture.Attempts;
import io.fdscope.origin.ConnectAttempt.Outcome;
import java.util.concurrent.TimeUnit;

/** Prints the live bytes of a ledger of 100,000 open sockets with their remote ends, and those when all are closed. */
public final class LedgerMemoryMain {
    private static final int SOCKETS = 100_000;

    private LedgerMemoryMain() {}

    public static void main(String[] arguments) {
        long[] clock = {1};
        Ledger ledger = new Ledger(() -> clock[0], System::currentTimeMillis);
        ledger.begin();
        open(ledger, clock, 1000);
        close(ledger, 1000); // all classes are there now
        long before = used();
        open(ledger, clock, SOCKETS);
        System.out.println(used() - before);
        System.out.println(ledger.facts().lost());
        close(ledger, SOCKETS);
        System.out.println(used() - before);
        System.out.println(ledger.facts().created()); // keeps it reachable up to here
    }

    /** A thousand a second, so that every stack is kept. */
    private static void open(Ledger ledger, long[] clock, int count) {
        Shop shop = new Shop(ledger);
        for (int fd = 0; fd < count; fd++) {
            deep(40, shop, fd);
            String address = "192.0.2." + fd % 250; // as many objects as there are sockets
            RemoteEnd remote = Attempts.end("db-1", address, 3306);
            ledger.connected(fd, Attempts.at(clock[0], remote, Outcome.SUCCEEDED));
            clock[0] += TimeUnit.MILLISECONDS.toNanos(2);
            if (fd % 500 == 499) {
                ledger.settle();
            }
        }
    }

    private static void deep(int frames, Shop shop, int fd) {
        if (frames > 0) {
            deep(frames - 1, shop, fd);
        } else {
            shop.order(fd);
        }
    }

    private static void close(Ledger ledger, int count) {
        for (int fd = 0; fd < count; fd++) {
            ledger.releasing(fd);
        }
        ledger.settle();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
