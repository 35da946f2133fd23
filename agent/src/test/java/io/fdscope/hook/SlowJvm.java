package io.fdscope.hook;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/** A JVM that takes long to let anybody in, and then does not. */
public final class SlowJvm {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);

    /** Whoever calls it waits for {@link #refuse}. */
    public Instrumentation instrumentation() {
        return (Instrumentation) Proxy.newProxyInstance(
                Instrumentation.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                    asked.countDown();
                    decided.await();
                    throw new UnsupportedOperationException("refused");
                });
    }

    /** Waits until somebody is in it. */
    public void awaitSwitch() throws InterruptedException {
        asked.await();
    }

    /** Sends away who is in it, and who comes later. */
    public void refuse() {
        decided.countDown();
    }
}
