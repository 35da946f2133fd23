package io.fdscope.hook;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/** Has loaded classes transformed again, as a {@link HookTransformer} that has come or gone wants them. */
public final class Retransformation {
    private final Instrumentation instrumentation;
    private final HookTransformer transformer;
    private final Faults faults;

    public Retransformation(Instrumentation instrumentation, HookTransformer transformer, Faults faults) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
        this.faults = faults;
    }

    /** Never throws: what the JVM refuses is counted, and costs only the hooks of that class. */
    public void of(Class<?>... classes) {
        if (classes.length == 0) {
            return;
        }
        try {
            instrumentation.retransformClasses(classes);
        } catch (UnmodifiableClassException | RuntimeException | Error e) {
            faults.record(Edge.HOOK, e);
            for (Class<?> one : classes) {
                alone(one);
            }
        }
    }

    private void alone(Class<?> one) {
        try {
            instrumentation.retransformClasses(one);
        } catch (UnmodifiableClassException | RuntimeException | Error e) {
            faults.record(Edge.HOOK, e);
            transformer.refuse(one.getName().replace('.', '/'));
        }
    }
}
