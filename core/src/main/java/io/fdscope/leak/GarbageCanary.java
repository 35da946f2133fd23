package io.fdscope.leak;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/**
 * An object that nothing refers to: tells whether the garbage has been collected since. Every collector of JDK 17 and 25
 * (Serial, Parallel, G1, Z, Shenandoah) has cleared it when {@link System#gc()} returns; a JVM with {@code
 * -XX:+DisableExplicitGC} returns at once and has not.
 */
public final class GarbageCanary {
    private final PhantomReference<Object> object = new PhantomReference<>(new Object(), new ReferenceQueue<>());

    /** Whether it is gone. To be asked right after a request: later any small collection may have come along. */
    public boolean isCollected() {
        return object.refersTo(null);
    }
}
