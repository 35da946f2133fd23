package io.fdscope.agent;

import io.fdscope.fault.Edge;
import io.fdscope.monitor.Claim;
import io.fdscope.monitor.Console;
import io.fdscope.monitor.Footing;
import io.fdscope.monitor.HostMain;
import io.fdscope.monitor.Incumbent;
import io.fdscope.monitor.Monitor;
import io.fdscope.option.Options;
import io.fdscope.order.Answer;
import io.fdscope.order.Order;
import io.fdscope.order.Verb;
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
        Optional<Order> order = Order.parse(arguments);
        if (order.isPresent() && order.get().verb() != Verb.START) {
            onOwnThread(() -> pass(order.get()));
            return;
        }
        Options options = Options.parse(order.isPresent() ? order.get().text() : arguments, Console::say);
        Optional<Footing> footing = options.enabled() ? footing(nameOf(jar), instrumentation) : Optional.empty();
        try {
            if (options.trace() && footing.isPresent()) {
                trace(footing.get());
            }
            onOwnThread(() -> run(options, footing, new Arrival(instrumentation, order)));
        } catch (Throwable e) {
            if (footing.isPresent()) {
                footing.get().close();
            }
            throw e;
        }
    }

    /** As the kernel names it where it is open, also once it is gone. */
    private static Path nameOf(File jar) throws IOException {
        return jar.isFile() ? jar.toPath().toRealPath() : jar.toPath().toAbsolutePath();
    }

    /** The rest works without. */
    private static void trace(Footing footing) {
        try {
            footing.tracing().enable();
        } catch (UnsupportedOperationException e) {
            footing.complaints().announcer().sayOnce(e.getMessage());
        }
    }

    private static Optional<Footing> footing(Path jar, Instrumentation instrumentation) {
        Optional<Claim> claim = Claim.take("agent");
        return claim.isPresent() ? Optional.of(Footing.ofAgent(jar, claim.get(), instrumentation)) : Optional.empty();
    }

    /** How the agent got here, and who wants to hear what came of it. */
    private record Arrival(Instrumentation instrumentation, Optional<Order> order) {
        void say(Answer answer) {
            order.ifPresent(waiting -> AgentStart.answer(waiting, answer));
        }
    }

    private static void onOwnThread(Runnable body) {
        Thread thread = new Thread(null, body, "fdscope-start", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AgentStart.class.getClassLoader());
        thread.start();
    }

    private static void run(Options options, Optional<Footing> footing, Arrival arrival) {
        try {
            if (footing.isPresent()) {
                start(options, footing.get(), arrival);
            } else {
                Optional<String> said = Incumbent.await().map(first -> first.tell(options.toString()));
                said.or(AgentStart::silence).ifPresent(Console::say);
                arrival.say(said.map(Answer::done).orElse(Answer.failed("there is none that could answer")));
            }
        } catch (Throwable e) {
            Console.say("not started: " + e);
            arrival.say(Answer.failed("not started: " + e));
        }
    }

    /** Somebody watches, and does not answer; where nobody does, nothing was to be started. */
    private static Optional<String> silence() {
        return Claim.holder()
                .map(who -> "not started: this process is watched already, by the " + who + ", which does not answer");
    }

    private static void start(Options options, Footing footing, Arrival arrival) {
        Optional<Monitor> started = Monitor.start(options, footing);
        if (started.isEmpty()) {
            arrival.say(Answer.failed("not started; its stderr says why"));
            return;
        }
        arrival.say(Answer.done("started"));
        prepare(started.get(), arrival.instrumentation());
    }

    /** Hands an order to the fdscope that runs here, and its answer to who waits for it. */
    private static void pass(Order order) {
        try {
            Optional<String> answer = Incumbent.await().map(first -> first.tell(order.argument()));
            answer(order, answer.map(Answer::parse).orElse(Answer.failed(Answer.NONE_RUNS)));
        } catch (Throwable e) {
            answer(order, Answer.failed(e.toString()));
        }
    }

    private static void answer(Order order, Answer answer) {
        try {
            answer.writeTo(order.answer());
        } catch (IOException e) {
            Console.say("no answer to an order from the command line: " + e);
        }
    }

    /** It runs, whatever comes now: somebody may interrupt this thread, and memory may be short. */
    private static void prepare(Monitor monitor, Instrumentation instrumentation) {
        try {
            new HostMain(() -> isLoaded(instrumentation, "java.util.logging.LogManager"), monitor::isClosed).await();
        } catch (Throwable e) {
            monitor.faults().record(Edge.START, e);
        }
        if (!monitor.isClosed()) {
            monitor.hostIsReady();
        }
    }

    private static boolean isLoaded(Instrumentation instrumentation, String className) {
        return Arrays.stream(instrumentation.getAllLoadedClasses())
                .anyMatch(loaded -> loaded.getName().equals(className));
    }
}
