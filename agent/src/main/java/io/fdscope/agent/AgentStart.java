package io.fdscope.agent;

import io.fdscope.monitor.Claim;
import io.fdscope.monitor.Console;
import io.fdscope.monitor.Footing;
import io.fdscope.monitor.HostMain;
import io.fdscope.monitor.Incumbent;
import io.fdscope.monitor.Monitor;
import io.fdscope.option.Options;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The agent inside its own loader: starts on a thread of its own, so that {@code main} does not wait for us. */
public final class AgentStart {
    private AgentStart() {}

    /**
     * Called by {@link Premain} through reflection. Claims this process before main runs, so that the application's own
     * fdscope cannot come first, and traces from its first socket on; the rest starts by itself.
     */
    public static void start(String arguments, Instrumentation instrumentation, File jar) throws IOException {
        Options options = Options.parse(arguments, Console::say);
        Optional<Footing> footing = Optional.empty();
        if (options.enabled()) {
            Path path = jar.toPath().toRealPath();
            footing = Claim.take("agent").map(claim -> Footing.ofAgent(path, claim, instrumentation));
        }
        try {
            if (options.trace()) {
                footing.ifPresent(own -> own.tracing().enable());
            }
            startThread(options, footing, instrumentation);
        } catch (Throwable e) {
            footing.ifPresent(Footing::close);
            throw e;
        }
    }

    private static void startThread(Options options, Optional<Footing> footing, Instrumentation instrumentation) {
        Thread thread = new Thread(null, () -> run(options, footing, instrumentation), "fdscope-start", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AgentStart.class.getClassLoader());
        thread.start();
    }

    private static void run(Options options, Optional<Footing> footing, Instrumentation instrumentation) {
        try {
            if (footing.isPresent()) {
                Optional<Monitor> started = Monitor.start(options, footing.get());
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
