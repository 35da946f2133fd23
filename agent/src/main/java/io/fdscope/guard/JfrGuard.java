package io.fdscope.guard;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.SpareDescriptors;
import java.io.RandomAccessFile;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the flight recorder from aborting this JVM for want of a descriptor, whoever records, from before this or later.
 * Hooks its methods when they are loaded, or at once where they are. Thread safe; nothing here throws.
 */
public final class JfrGuard implements AutoCloseable {
    private final Optional<Instrumentation> instrumentation;
    private final GuardParts parts;
    private Optional<GuardTransformer> transformer = Optional.empty();

    /** @param instrumentation puts hooks into the JDK; empty where fdscope came as a library, which cannot */
    public JfrGuard(Optional<Instrumentation> instrumentation, Faults faults, Announcer announcer) {
        this.instrumentation = instrumentation;
        parts = new GuardParts(new Aftercare(faults), new LastChunk(), faults, announcer);
    }

    /**
     * What it works with, once that is there; without, it only turns an abort into an exception.
     *
     * @param spare lent to the recorder
     * @param rotation has the recorder begin a new chunk, or throws
     */
    public void use(SpareDescriptors spare, Runnable rotation) {
        parts.aftercare().use(spare, rotation);
    }

    /** Guards from now on. Does nothing where it does already, and where there is no flight recorder to guard. */
    public synchronized void enable() {
        Optional<Module> recorder = ModuleLayer.boot().findModule("jdk.jfr");
        if (transformer.isPresent() || instrumentation.isEmpty() || recorder.isEmpty()) {
            return;
        }
        GuardTransformer made = new GuardTransformer(instrumentation.get(), recorder.get(), parts);
        try {
            instrumentation.get().addTransformer(made, true);
            transformer = Optional.of(made);
            Class<?>[] loaded = loaded();
            if (loaded.length > 0) {
                made.transformAgain(loaded);
            }
        } catch (Throwable e) {
            parts.faults().record(Edge.GUARD, e);
        }
    }

    /** The recorder is again what it was. */
    public synchronized void disable() {
        if (transformer.isPresent()) {
            instrumentation.get().removeTransformer(transformer.get());
            Optional<RecorderHooks> hooks = transformer.get().hooks();
            if (hooks.isPresent()) {
                hooks.get().takeOut(loaded());
            }
            transformer = Optional.empty();
            parts.aftercare().stop();
        }
    }

    /** What is wanted and cannot be had on this JDK, by name; empty while disabled, or while nobody has used the recorder. */
    public synchronized List<String> missingHooks() {
        Optional<RecorderHooks> hooks = transformer.flatMap(GuardTransformer::hooks);
        return hooks.isPresent() ? hooks.get().missing() : List.of();
    }

    /** Whether the recorder is in use, and can not abort the JVM for want of a descriptor. */
    public synchronized boolean isInPlace() {
        return transformer.flatMap(GuardTransformer::hooks).isPresent()
                && missingHooks().isEmpty();
    }

    /** The file that the recorder writes to now or has written to last, as far as that is known; never to be closed. */
    public Optional<RandomAccessFile> lastChunk() {
        return parts.lastChunk().file();
    }

    private Class<?>[] loaded() {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> one : instrumentation.get().getAllLoadedClasses()) {
            if (one.getClassLoader() == null
                    && GuardTransformer.wants(one.getName().replace('.', '/'))) {
                loaded.add(one);
            }
        }
        return loaded.toArray(new Class<?>[0]);
    }

    @Override
    public void close() {
        disable();
    }
}
