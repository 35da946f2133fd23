package io.fdscope.guard;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.hook.HookClass;
import io.fdscope.hook.HookPoint;
import io.fdscope.procfs.SpareDescriptors;
import java.io.RandomAccessFile;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the flight recorder from aborting this JVM for want of a descriptor, whoever records, from before this or later. Its
 * hooks are put in once the recorder is used, before it records: until then there is nothing of it. Thread safe; nothing
 * here throws.
 */
public final class JfrGuard implements AutoCloseable {
    private static final HookClass HOOK_CLASS = new HookClass("sun.nio.ch.FdscopeHook2", "hook2.bin");

    private final Optional<Instrumentation> instrumentation;
    private final GuardParts parts;
    private Optional<RecorderHooks> hooks = Optional.empty();
    private boolean wanted;
    private boolean used;
    private boolean in;
    /** As of the end of the last switch: who asks for it does not wait for one under way. */
    private volatile List<String> missing = List.of();

    /** @param instrumentation puts hooks into the JDK; empty where fdscope came as a library, which cannot */
    public JfrGuard(Optional<Instrumentation> instrumentation, Faults faults, Announcer announcer) {
        this.instrumentation = instrumentation;
        parts = new GuardParts(new Aftercare(faults), new LastChunk(), faults, announcer);
    }

    /**
     * What it works with; without, it only turns an abort into an exception.
     *
     * @param spare lent to the recorder
     * @param rotation has the recorder begin a new chunk, or throws
     */
    public void use(SpareDescriptors spare, Runnable rotation) {
        parts.aftercare().use(spare, rotation);
    }

    /** Guards from now on, or from when the recorder is used. Does nothing where it does already. */
    public synchronized void enable() {
        wanted = true;
        putIn();
        missing = findMissing();
    }

    /** The flight recorder is used from now on, and has not recorded yet, or has for some time. */
    public synchronized void recorderIsUsed() {
        used = true;
        putIn();
        missing = findMissing();
    }

    /** The recorder is again what it was. */
    public synchronized void disable() {
        wanted = false;
        if (in) {
            in = false;
            parts.aftercare().stop();
            takeOut();
        }
        missing = List.of();
    }

    private void putIn() {
        if (!wanted || !used || in || instrumentation.isEmpty()) {
            return;
        }
        try {
            if (hooks.isEmpty()) {
                hooks = Optional.of(make(instrumentation.get()));
            }
            in = true;
            hooks.get().putIn();
        } catch (Throwable e) {
            parts.faults().record(Edge.GUARD, e);
        }
    }

    /** Lets the recorder's methods call us, and us call them. */
    private RecorderHooks make(Instrumentation into) throws Exception {
        Module recorder = ModuleLayer.boot().findModule("jdk.jfr").orElseThrow();
        HOOK_CLASS.define(into, Set.of(recorder));
        Map<String, Set<Module>> opened = Map.of("jdk.jfr.internal", Set.of(JfrGuard.class.getModule()));
        into.redefineModule(recorder, Set.of(), Map.of(), opened, Set.of(), Map.of());
        return new RecorderHooks(into, parts);
    }

    private void takeOut() {
        try {
            hooks.ifPresent(RecorderHooks::takeOut);
        } catch (Throwable e) {
            parts.faults().record(Edge.GUARD, e);
        }
    }

    /** What is wanted and cannot be had on this JDK, by name; empty while disabled, or while nobody has used the recorder. */
    public List<String> missingHooks() {
        return missing;
    }

    private List<String> findMissing() {
        if (in) {
            return List.copyOf(hooks.get().missing());
        }
        boolean hasFailed = wanted && used && instrumentation.isPresent();
        return hasFailed ? GuardTable.points().stream().map(HookPoint::name).toList() : List.of();
    }

    /** Whether the recorder is in use, and can not abort the JVM for want of a descriptor. */
    public synchronized boolean isInPlace() {
        return in && hooks.isPresent() && hooks.get().areAllIn();
    }

    /** The file that the recorder writes to now or has written to last, as far as that is known; never to be closed. */
    public Optional<RandomAccessFile> lastChunk() {
        return parts.lastChunk().file();
    }

    @Override
    public void close() {
        disable();
    }
}
