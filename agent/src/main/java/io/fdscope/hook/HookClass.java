package io.fdscope.hook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Map;
import java.util.Set;

/**
 * Gets a class into {@code java.base} that hooked methods can call. Defined there rather than appended to the boot class
 * path, which would cost the application the JVM's archive of shared classes, and a warning.
 *
 * @param name the class, in the package {@code sun.nio.ch}
 * @param resource its class file beside this class; no {@code .class}, so that no loader of ours takes it for one
 */
public record HookClass(String name, String resource) {
    private static final String PACKAGE = "sun.nio.ch";
    /** Its {@code strerror} tells a hook how the C library words a failure. */
    private static final String WORDS = "sun.nio.fs";

    /**
     * Opens the package to our loader, with that of the C library's words, and defines the class, unless an agent that was here before has done so.
     *
     * @param callers modules other than {@code java.base} whose methods are to call it
     * @throws ReflectiveOperationException if the JDK does not let us in
     * @throws IOException if our jar cannot be read
     */
    public void define(Instrumentation instrumentation, Set<Module> callers)
            throws ReflectiveOperationException, IOException {
        Module own = HookClass.class.getModule();
        Map<String, Set<Module>> exported = callers.isEmpty() ? Map.of() : Map.of(PACKAGE, callers);
        Map<String, Set<Module>> opened = Map.of(PACKAGE, Set.of(own), WORDS, Set.of(own));
        instrumentation.redefineModule(Object.class.getModule(), Set.of(), exported, opened, Set.of(), Map.of());
        Class<?> neighbour = Class.forName("sun.nio.ch.Net", false, null); // not initialised: fixes settings
        Lookup inside = MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup());
        try {
            inside.findClass(name);
        } catch (ClassNotFoundException notYet) {
            inside.defineClass(code());
        }
    }

    private byte[] code() throws IOException {
        try (InputStream in = HookClass.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return in.readAllBytes();
        }
    }
}
