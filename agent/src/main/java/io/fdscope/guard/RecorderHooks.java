package io.fdscope.guard;

import io.fdscope.hook.HookSet;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.stream.Stream;
import sun.nio.ch.FdscopeHook2;

/** The hooks with what they call. Loaded once {@link JfrGuard} has made its superclass known to the JVM. */
final class RecorderHooks {
    private final HookSet hooks;
    private final ChunkGuard target;
    private final RecorderInsides insides = RecorderInsides.of(RecorderClasses.OF_THIS_JVM);

    RecorderHooks(Instrumentation instrumentation, GuardParts parts) {
        hooks = new HookSet(instrumentation, GuardTable.points(), parts.faults());
        target = new ChunkGuard(parts);
        parts.aftercare().closeBy(insides.leftovers());
        parts.lastChunk().use(insides.chunkFile());
    }

    void putIn() {
        FdscopeHook2.target = target;
        hooks.putIn();
    }

    /** A thread that is in one of the old methods finds a target that does nothing. */
    void takeOut() {
        hooks.takeOut();
        if (FdscopeHook2.target == target) {
            FdscopeHook2.target = new FdscopeHook2();
        }
    }

    /** What this JDK lacks, by name. */
    List<String> missing() {
        return Stream.concat(hooks.missing().stream(), insides.missing().stream())
                .toList();
    }

    /** Whether the recorder cannot abort the JVM for want of a descriptor, whatever else is missing. */
    boolean areAllIn() {
        return hooks.missing().isEmpty();
    }
}
