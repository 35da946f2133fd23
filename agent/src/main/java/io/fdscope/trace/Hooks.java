package io.fdscope.trace;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.SocketTracer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sun.nio.ch.FdscopeHook1;

/** Puts the hooks in and takes them out. Loaded once {@link HookClass} has made its superclass known to the JVM. */
final class Hooks {
    private final Instrumentation instrumentation;
    private final List<HookPoint> points;
    private final Faults faults;
    private final HookTransformer transformer;
    private final LifeHooks target;

    Hooks(Instrumentation instrumentation, List<HookPoint> points, SocketTracer tracer, Faults faults) {
        this.instrumentation = instrumentation;
        this.points = points;
        this.faults = faults;
        transformer = new HookTransformer(points, faults);
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
        transformAgain(classes);
    }

    /** A thread that is in one of the old methods may still call the target; it finds one that does nothing. */
    void takeOut() {
        instrumentation.removeTransformer(transformer);
        transformAgain(classes());
        transformer.forget();
        if (FdscopeHook1.target == target) {
            FdscopeHook1.target = new FdscopeHook1();
        }
    }

    List<String> missing() {
        Set<Place> found = transformer.found();
        List<String> missing = new ArrayList<>();
        for (HookPoint point : points) {
            if (!point.isAmong(found)) {
                missing.add(point.name());
            }
        }
        return missing;
    }

    private void transformAgain(Class<?>... classes) {
        try {
            instrumentation.retransformClasses(classes);
        } catch (UnmodifiableClassException | RuntimeException | Error e) {
            faults.record(Edge.HOOK, e);
            for (Class<?> one : classes) {
                transformAlone(one);
            }
        }
    }

    /** By itself, so that a class the JVM refuses costs only its own hooks. */
    private void transformAlone(Class<?> one) {
        try {
            instrumentation.retransformClasses(one);
        } catch (UnmodifiableClassException | RuntimeException | Error e) {
            faults.record(Edge.HOOK, e);
            transformer.refuse(one.getName().replace('.', '/'));
        }
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
