package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.hook.HookClass;
import io.fdscope.hook.HookPoint;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.SocketTracer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hooks in the JDK's socket methods, put in and taken out while the application runs. Taken out, the JDK's methods are
 * again what they were; JDK 25 keeps the names of the hook class among the constants of the classes. Thread safe; nothing
 * here throws. Who asks for its state does not wait for a switch under way, which may take long in a large JVM.
 */
public final class SocketTracing implements AutoCloseable {
    private static final HookClass HOOK_CLASS = new HookClass("sun.nio.ch.FdscopeHook1", "hook1.bin");

    private final List<HookPoint> points;
    private final Optional<Hooks> hooks;
    private final Faults faults;
    private volatile State state;

    /**
     * As of the end of the last switch.
     *
     * @param enabled whether the hooks are in
     * @param active how many
     * @param missing what cannot be had on this JDK, or as it was started, by name
     */
    private record State(boolean enabled, int active, List<String> missing) {}

    private SocketTracing(List<HookPoint> points, Optional<Hooks> hooks, Faults faults) {
        this.points = points;
        this.hooks = hooks;
        this.faults = faults;
        state = new State(false, 0, hooks.isEmpty() ? names(points) : List.of());
    }

    /**
     * Puts the hooks in. Done when it returns: the next socket is traced. What this JDK cannot be hooked for is announced
     * once and {@linkplain #missingHooks listed}.
     *
     * @param tracer is told of every socket, on the thread that uses it
     * @param faults where failures of ours inside the hooks are counted, as {@link Edge#HOOK}
     */
    public static SocketTracing install(
            Instrumentation instrumentation, SocketTracer tracer, Faults faults, Announcer announcer) {
        return install(HookTable.points(), instrumentation, tracer, faults, announcer);
    }

    static SocketTracing install(
            List<HookPoint> points,
            Instrumentation instrumentation,
            SocketTracer tracer,
            Faults faults,
            Announcer announcer) {
        SocketTracing tracing = new SocketTracing(points, hooks(points, instrumentation, tracer, faults), faults);
        tracing.setEnabled(true);
        List<String> missing = tracing.missingHooks();
        if (!missing.isEmpty()) {
            announcer.sayOnce("not traced on this JDK: " + String.join(", ", missing));
        }
        return tracing;
    }

    private static Optional<Hooks> hooks(
            List<HookPoint> points, Instrumentation instrumentation, SocketTracer tracer, Faults faults) {
        try {
            HOOK_CLASS.define(instrumentation, Set.of());
            return Optional.of(new Hooks(instrumentation, points, tracer, faults));
        } catch (Throwable e) {
            faults.record(Edge.HOOK, e);
            return Optional.empty();
        }
    }

    /** Who else is told of what the tracer has been told; {@link SocketListener#NONE} for nobody. */
    public void listen(SocketListener listener) {
        if (hooks.isPresent()) {
            hooks.get().listen(listener);
        }
    }

    /** Whether the hooks are in. */
    public boolean isEnabled() {
        return state.enabled();
    }

    /** Puts the hooks in, or takes them out. Sockets that come or go meanwhile are not traced. */
    public synchronized void setEnabled(boolean wanted) {
        if (wanted == state.enabled() || hooks.isEmpty()) {
            return;
        }
        boolean areIn = wanted ? putIn() || !takeOut() : !takeOut();
        state = areIn ? in(hooks.get().missing()) : new State(false, 0, List.of());
    }

    private State in(List<String> lacking) {
        List<String> missing = new ArrayList<>(lacking);
        missing.addAll(FormerSockets.inUse());
        return new State(true, points.size() - lacking.size(), List.copyOf(missing));
    }

    /** Whether it was done, and not half. */
    private boolean putIn() {
        try {
            hooks.get().putIn();
            return true;
        } catch (Throwable e) {
            faults.record(Edge.HOOK, e);
            return false;
        }
    }

    private boolean takeOut() {
        try {
            hooks.get().takeOut();
            return true;
        } catch (Throwable e) {
            faults.record(Edge.HOOK, e);
            return false;
        }
    }

    /** How many hooks are in; 0 while disabled. */
    public int activeHooks() {
        return state.active();
    }

    /** What is wanted and cannot be had on this JDK, or as it was started, by name; empty while disabled. */
    public List<String> missingHooks() {
        return state.missing();
    }

    private static List<String> names(List<HookPoint> points) {
        List<String> names = new ArrayList<>();
        for (HookPoint point : points) {
            names.add(point.name());
        }
        return names;
    }

    /** Takes the hooks out for good. */
    @Override
    public void close() {
        setEnabled(false);
    }
}
