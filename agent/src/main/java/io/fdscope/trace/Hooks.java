package io.fdscope.trace;

import io.fdscope.fault.Faults;
import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookSet;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.SocketTracer;
import java.lang.instrument.Instrumentation;
import java.util.List;
import sun.nio.ch.FdscopeHook1;

/** The hooks with what they call. Loaded once {@link SocketTracing} has made its superclass known to the JVM. */
final class Hooks {
    private final HookSet hooks;
    private final LifeHooks target;

    Hooks(Instrumentation instrumentation, List<HookPoint> points, SocketTracer tracer, Faults faults) {
        hooks = new HookSet(instrumentation, points, faults);
        target = new HookTarget(tracer, faults);
    }

    void listen(SocketListener listener) {
        target.listener = listener;
    }

    void putIn() {
        FdscopeHook1.target = target;
        hooks.putIn();
    }

    /** A thread that is in one of the old methods finds a target that does nothing. */
    void takeOut() {
        hooks.takeOut();
        if (FdscopeHook1.target == target) {
            FdscopeHook1.target = new FdscopeHook1();
        }
    }

    List<String> missing() {
        return hooks.missing();
    }
}
