package io.fdscope.agent;

import io.fdscope.monitor.Claim;
import io.fdscope.monitor.Console;
import io.fdscope.monitor.HostMain;
import io.fdscope.monitor.Incumbent;
import io.fdscope.monitor.Monitor;
import io.fdscope.monitor.Origin;
import io.fdscope.option.Options;
import io.fdscope.order.Answer;
import io.fdscope.order.Order;
import io.fdscope.order.Verb;
import java.io.File;
import java.io.IOException;
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
        Optional<Order> order = Order.parse(arguments);
        if (order.isPresent() && order.get().verb() != Verb.START) {
            onOwnThread(() -> pass(order.get()), () -> {});
            return;
        }
        Options options = Options.parse(order.map(Order::text).orElse(arguments), Console::say);
        Optional<Claim> claim = options.enabled() ? Claim.take("agent") : Optional.empty();
        onOwnThread(
                () -> run(options, claim, new Arrival(instrumentation, jar, order)),
                () -> claim.ifPresent(Claim::close));
    }

    /** How the agent got here, and who wants to hear what came of it. */
    private record Arrival(Instrumentation instrumentation, File jar, Optional<Order> order) {
        void say(Answer answer) {
            order.ifPresent(waiting -> AgentStart.answer(waiting, answer));
        }
    }

    private static void onOwnThread(Runnable body, Runnable otherwise) {
        Thread thread = new Thread(null, body, "fdscope-start", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AgentStart.class.getClassLoader());
        try {
            thread.start();
        } catch (Throwable e) {
            otherwise.run();
            throw e;
        }
    }

    private static void run(Options options, Optional<Claim> claim, Arrival arrival) {
        try {
            if (claim.isPresent()) {
                start(options, claim.get(), arrival);
            } else {
                Optional<String> said = Incumbent.await().map(first -> first.tell(options.toString()));
                said.ifPresent(Console::say);
                arrival.say(said.map(Answer::done).orElse(Answer.failed("there is none that could answer")));
            }
        } catch (Throwable e) {
            Console.say("not started: " + e);
            arrival.say(Answer.failed("not started: " + e));
        }
    }

    private static void start(Options options, Claim claim, Arrival arrival) throws Exception {
        Origin origin = Origin.agent(
                arrival.jar().toPath().toRealPath(),
                (packageName, to) -> open(packageName, to, arrival.instrumentation()));
        Optional<Monitor> started = Monitor.start(options, origin, claim);
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
