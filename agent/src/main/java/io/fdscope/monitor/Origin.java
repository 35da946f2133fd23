package io.fdscope.monitor;

import io.fdscope.probe.PackageOpener;
import io.fdscope.procfs.NoDescriptorLeft;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How fdscope got into this JVM.
 *
 * @param name for messages
 * @param jar the agent's own jar, whose descriptors are ours; empty for the library, whose jar is the application's
 * @param opener opens the JDK to the native probes, as only an agent can
 */
public record Origin(String name, Optional<Path> jar, PackageOpener opener) {
    /** Started by the application's own code. */
    public static final Origin LIBRARY = new Origin("library", Optional.empty(), PackageOpener.NONE);

    /** Started by {@code -javaagent}, or attached. */
    public static Origin agent(Path jar, Instrumentation instrumentation) {
        return new Origin("agent", Optional.of(jar), (packageName, to) -> open(packageName, to, instrumentation));
    }

    /** While there are descriptors to read the C library's messages. */
    void learnWords() {
        opener.open("sun.nio.fs", NoDescriptorLeft.class.getModule());
        NoDescriptorLeft.is(new IOException());
    }

    /** There is no way to shut it again; it is open to our loader only. */
    private static void open(String packageName, Module to, Instrumentation instrumentation) {
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of(packageName, Set.of(to)), Set.of(), Map.of());
    }
}
