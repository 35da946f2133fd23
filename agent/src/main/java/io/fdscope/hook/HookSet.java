package io.fdscope.hook;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/** Hooks that are put into classes of the JDK, and taken out again. What they call is to be ready before. */
public final class HookSet {
    private final Instrumentation instrumentation;
    private final List<HookPoint> points;
    private final Faults faults;
    private final HookTransformer transformer;

    /** @param points what is to be hooked; any of its places will do */
    public HookSet(Instrumentation instrumentation, List<HookPoint> points, Faults faults) {
        this.instrumentation = instrumentation;
        this.points = points;
        this.faults = faults;
        transformer = new HookTransformer(points, faults);
    }

    /** All classes are loaded before the transformer is there: loaded with it, each would go through it twice. */
    public void putIn() {
        Class<?>[] classes = classes();
        instrumentation.addTransformer(transformer, true);
        transformAgain(classes);
    }

    /** A thread that is in one of the old methods may still call what they call. */
    public void takeOut() {
        instrumentation.removeTransformer(transformer);
        transformAgain(classes());
        transformer.forget();
    }

    /** What has no place in this JDK, by name. */
    public List<String> missing() {
        return HookPoint.missing(points, transformer.found());
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
