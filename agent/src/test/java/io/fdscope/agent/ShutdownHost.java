package io.fdscope.agent;

import io.fdscope.Fdscope;

/** An application that closes the library from a shutdown hook, as containers do. */
final class ShutdownHost {
    private ShutdownHost() {}

    public static void main(String[] arguments) {
        Fdscope fdscope = Fdscope.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            fdscope.close();
            System.out.println("closed with faults " + fdscope.faults());
        }));
    }
}
