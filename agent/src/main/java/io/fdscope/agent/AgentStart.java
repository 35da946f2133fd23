package io.fdscope.agent;

import io.fdscope.monitor.Console;
import io.fdscope.monitor.HostMain;
import io.fdscope.monitor.Monitor;
import io.fdscope.monitor.Origin;
import io.fdscope.option.Options;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agent inside its own loader: starts on a thread of its own, so that {@code main} does not wait for us. */
public final class AgentStart {
    private AgentStart() {}

    /** Called by {@link Premain} through reflection. Returns at once. */
    public static void start(String arguments, Instrumentation instrumentation, File jar) {
        Thread thread = new Thread(null, () -> run(arguments, instrumentation, jar), "fdscope-start", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AgentStart.class.getClassLoader());
        thread.start();
    }

    private static void run(String arguments, Instrumentation instrumentation, File jar) {
        try {
            Options options = Options.parse(arguments, Console::say);
            Origin origin = Origin.agent(
                    jar.toPath().toRealPath(), (packageName, to) -> open(packageName, to, instrumentation));
            Optional<Monitor> started = Monitor.startOnce(options, origin);
            if (started.isPresent()) {
                new HostMain(() -> isLoaded(instrumentation, "java.util.logging.LogManager")).await();
                started.get().registerBean();
            }
        } catch (Throwable e) {
            Console.say("not started: " + e);
        }
    }

    /** There is no way to shut it again; it is open to our loader only. */
    private static void open(String packageName, Module to, Instrumentation instrumentation) {
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of(packageName, Set.of(to)), Set.of(), Map.of());
    }

    private static boolean isLoaded(Instrumentation instrumentation, String className) {
        return Arrays.stream(instrumentation.getAllLoadedClasses())
                .anyMatch(loaded -> loaded.getName().equals(className));
    }
}
