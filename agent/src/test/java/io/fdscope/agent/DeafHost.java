package io.fdscope.agent;

import io.fdscope.Fdscope;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** An application whose stderr is full: every print waits for ever. */
final class DeafHost {
    private DeafHost() {}

    public static void main(String[] arguments) {
        CountDownLatch never = new CountDownLatch(1);
        System.setErr(new PrintStream(new OutputStream() {
            @Override
            public void write(int b) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }));
        try (Fdscope first = Fdscope.start();
                Fdscope second = Fdscope.start();
                Fdscope third = Fdscope.start()) {
            System.out.println("started "
                    + (first.faults().equals(second.faults()) && third.faults().isEmpty() ? "twice" : ""));
        }
    }
}
