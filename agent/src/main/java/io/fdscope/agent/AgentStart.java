package io.fdscope.agent;

import io.fdscope.monitor.Claim;
import io.fdscope.monitor.Console;
import io.fdscope.monitor.HostMain;
import io.fdscope.monitor.Incumbent;
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

    /**
     * Called by {@link Premain} through reflection. Claims this process before main runs, so that the application's own
     * fdscope cannot come first; starting goes on by itself.
     */
    public static void start(String arguments, Instrumentation instrumentation, File jar) {
        Options options = Options.parse(arguments, Console::say);
        Optional<Claim> claim = options.enabled() ? Claim.take("agent") : Optional.empty();
        Thread thread = new Thread(null, () -> run(options, claim, instrumentation, jar), "fdscope-start", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AgentStart.class.getClassLoader());
        try {
            thread.start();
        } catch (Throwable e) {
            claim.ifPresent(Claim::close);
            throw e;
        }
    }

    private static void run(Options options, Optional<Claim> claim, Instrumentation instrumentation, File jar) {
        try {
            if (claim.isPresent()) {
                Origin origin = Origin.agent(
                        jar.toPath().toRealPath(), (packageName, to) -> open(packageName, to, instrumentation));
                Optional<Monitor> started = Monitor.start(options, origin, claim.get());
                if (started.isPresent()) {
                    prepare(started.get(), instrumentation);
                }
            } else {
                Incumbent.await().ifPresent(first -> Console.say(first.tell(options.toString())));
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

    private static void prepare(Monitor monitor, Instrumentation instrumentation) throws InterruptedException {
        new HostMain(() -> isLoaded(instrumentation, "java.util.logging.LogManager"), monitor::isClosed).await();
        if (!monitor.isClosed()) {
            monitor.hostIsReady();
        }
    }

    private static boolean isLoaded(Instrumentation instrumentation, String className) {
        return Arrays.stream(instrumentation.getAllLoadedClasses())
                .anyMatch(loaded -> loaded.getName().equals(className));
    }
}
