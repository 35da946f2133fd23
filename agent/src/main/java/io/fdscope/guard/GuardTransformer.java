package io.fdscope.guard;

import io.fdscope.fault.Edge;
import io.fdscope.hook.HookClass;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Waits for the classes of the flight recorder, and costs next to nothing until the first of them comes: only then is
 * made what changes them, and what they are to call.
 */
final class GuardTransformer implements ClassFileTransformer {
    private static final HookClass HOOK_CLASS = new HookClass("sun.nio.ch.FdscopeHook2", "hook2.bin");
    private static final Set<String> WANTED = Set.of(
            "jdk/jfr/internal/Repository", "jdk/jfr/internal/MetadataRepository", "jdk/jfr/internal/PlatformRecorder");

    private final Instrumentation instrumentation;
    private final Module recorder;
    private final GuardParts parts;
    private Optional<RecorderHooks> hooks = Optional.empty();
    private boolean failed;

    /** @param recorder the module {@code jdk.jfr} */
    GuardTransformer(Instrumentation instrumentation, Module recorder, GuardParts parts) {
        this.instrumentation = instrumentation;
        this.recorder = recorder;
        this.parts = parts;
    }

    /** Whether a class, {@code jdk/jfr/internal/Repository}, is to be hooked. */
    static boolean wants(String className) {
        return WANTED.contains(className);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String className, Class<?> before, ProtectionDomain domain, byte[] original) {
        if (loader != null || className == null || !wants(className)) {
            return null;
        }
        Optional<RecorderHooks> made = prepare();
        return made.isPresent() ? made.get().transform(className, original) : null;
    }

    /** Hooks classes that are loaded already. */
    void transformAgain(Class<?>... loaded) {
        Optional<RecorderHooks> made = prepare();
        if (made.isPresent()) {
            made.get().transformAgain(loaded);
        }
    }

    /** The hooks, where a class of the recorder has been seen. */
    synchronized Optional<RecorderHooks> hooks() {
        return hooks;
    }

    /** Lets the recorder's methods call us, and us call them. */
    private synchronized Optional<RecorderHooks> prepare() {
        try {
            if (hooks.isEmpty() && !failed) {
                failed = true;
                HOOK_CLASS.define(instrumentation, Set.of(recorder));
                Map<String, Set<Module>> opened =
                        Map.of("jdk.jfr.internal", Set.of(GuardTransformer.class.getModule()));
                instrumentation.redefineModule(recorder, Set.of(), Map.of(), opened, Set.of(), Map.of());
                RecorderHooks made = new RecorderHooks(instrumentation, parts);
                made.begin();
                hooks = Optional.of(made);
                failed = false;
            }
        } catch (Throwable e) {
            parts.faults().record(Edge.GUARD, e);
        }
        return hooks;
    }
}
