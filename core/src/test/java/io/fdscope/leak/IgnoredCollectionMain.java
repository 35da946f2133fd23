package io.fdscope.leak;

import com.example.shop.Shop;
import io.fdscope.descriptor.SocketState;

/** Leaks thirty sockets, asks for a garbage collection, and prints what is said of it. */
final class IgnoredCollectionMain {
    private IgnoredCollectionMain() {}

    public static void main(String[] arguments) {
        WatchedProgram program = new WatchedProgram();
        Shop shop = new Shop(program.ledger);
        for (int fd = 0; fd < 30; fd++) {
            shop.order(fd);
        }
        program.are(0, 30, SocketState.UNIDENTIFIED);
        program.scanAt(31);
        program.onScan(60);
        GarbageComparison compared = program.watch.collectGarbageAndCompare();
        System.out.println(compared.before().standing().size() + " suspect");
        System.out.print(new GarbageText(compared, 4711).lines());
    }
}
