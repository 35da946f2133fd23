package io.fdscope.trace;

import io.fdscope.fault.Faults;
import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookTransformer;
import io.fdscope.hook.Retransformation;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.SocketTracer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import sun.nio.ch.FdscopeHook1;

/** Puts the hooks in and takes them out. Loaded once {@link SocketTracing} has made its superclass known to the JVM. */
final class Hooks {
    private final Instrumentation instrumentation;
    private final List<HookPoint> points;
    private final HookTransformer transformer;
    private final Retransformation retransformation;
    private final LifeHooks target;

    Hooks(Instrumentation instrumentation, List<HookPoint> points, SocketTracer tracer, Faults faults) {
        this.instrumentation = instrumentation;
        this.points = points;
        transformer = new HookTransformer(points, faults);
        retransformation = new Retransformation(instrumentation, transformer, faults);
        target = new HookTarget(tracer, faults);
    }

    void listen(SocketListener listener) {
        target.listener = listener;
    }

    /** All classes are loaded before the transformer is there: loaded with it, each would go through it twice. */
    void putIn() {
        Class<?>[] classes = classes();
        FdscopeHook1.target = target;
        instrumentation.addTransformer(transformer, true);
        retransformation.of(classes);
    }

    /** A thread that is in one of the old methods may still call the target; it finds one that does nothing. */
    void takeOut() {
        instrumentation.removeTransformer(transformer);
        retransformation.of(classes());
        transformer.forget();
        if (FdscopeHook1.target == target) {
            FdscopeHook1.target = new FdscopeHook1();
        }
    }

    List<String> missing() {
        return HookPoint.missing(points, transformer.found());
    }

    /** Those that this JDK has. Loaded, but not initialised: that would fix settings of the network before main runs. */
    private Class<?>[] classes() {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : transformer.classes()) {
            try {
                classes.add(Class.forName(name.replace('/', '.'), false, null));
            } catch (ClassNotFoundException notInThisJdk) {
                // Its hooks are missing, or have another place.
            }
        }
        return classes.toArray(new Class<?>[0]);
    }
}
