package io.fdscope.guard;

import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookTransformer;
import io.fdscope.hook.Retransformation;
import java.lang.instrument.Instrumentation;
import java.util.List;
import sun.nio.ch.FdscopeHook2;

/** The hooks in the flight recorder, from when its first class is loaded. */
final class RecorderHooks {
    private final List<HookPoint> points = GuardTable.points();
    private final HookTransformer transformer;
    private final Retransformation retransformation;
    private final ChunkGuard target;

    /** Only once the superclass of the target is known to the JVM. */
    RecorderHooks(Instrumentation instrumentation, GuardParts parts) {
        target = new ChunkGuard(parts);
        transformer = new HookTransformer(points, parts.faults());
        retransformation = new Retransformation(instrumentation, transformer, parts.faults());
    }

    /** From now on hooked methods call ours. */
    void begin() {
        FdscopeHook2.target = target;
    }

    byte[] transform(String className, byte[] original) {
        return transformer.transform(null, className, null, null, original);
    }

    /** Has classes transformed that were loaded before. */
    void transformAgain(Class<?>... loaded) {
        retransformation.of(loaded);
    }

    /** A thread that is in one of the old methods may still call the target; it finds one that does nothing. */
    void takeOut(Class<?>... loaded) {
        retransformation.of(loaded);
        transformer.forget();
        if (FdscopeHook2.target == target) {
            FdscopeHook2.target = new FdscopeHook2();
        }
    }

    /** What this JDK lacks, by name. */
    List<String> missing() {
        return HookPoint.missing(points, transformer.found());
    }
}
