package io.fdscope.trace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Map;
import java.util.Set;

/**
 * Gets {@link sun.nio.ch.FdscopeHook1} into {@code java.base}. Defined there rather than appended to the boot class path,
 * which would cost the application the JVM's archive of shared classes, and a warning.
 */
final class HookClass {
    private static final String NAME = "sun.nio.ch.FdscopeHook1";
    private static final String RESOURCE = "hook.bin";

    private HookClass() {}

    /**
     * Opens the package to our loader and defines the class, unless an agent that was here before has done so.
     *
     * @throws ReflectiveOperationException if the JDK does not let us in
     * @throws IOException if our jar cannot be read
     */
    static void define(Instrumentation instrumentation) throws ReflectiveOperationException, IOException {
        Module own = HookClass.class.getModule();
        Map<String, Set<Module>> opened = Map.of("sun.nio.ch", Set.of(own));
        instrumentation.redefineModule(Object.class.getModule(), Set.of(), Map.of(), opened, Set.of(), Map.of());
        Class<?> neighbour = Class.forName("sun.nio.ch.Net", false, null); // not initialised: fixes settings
        Lookup inside = MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup());
        try {
            inside.findClass(NAME);
        } catch (ClassNotFoundException notYet) {
            inside.defineClass(code());
        }
    }

    private static byte[] code() throws IOException {
        try (InputStream in = HookClass.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            return in.readAllBytes();
        }
    }
}
