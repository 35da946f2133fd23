package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.origin.SocketTracer;
import java.util.List;

/** Has its sockets traced by tracers that fail at everything. */
final class FailuresMain {
    private FailuresMain() {}

    public static void main(String[] arguments) {
        play("exception", new FailingTracer(() -> {
            throw new IllegalStateException("tracer");
        }));
        play("memory", new FailingTracer(() -> {
            throw new OutOfMemoryError("tracer");
        }));
        play("stack", FailingTracer.overflowingTheStack());
    }

    private static void play(String kind, SocketTracer tracer) {
        Faults faults = new Faults();
        SocketTracing tracing =
                SocketTracing.install(TestAgent.instrumentation(), tracer, faults, new Announcer(System.out::println));
        List<String> surprises = HostWork.once();
        tracing.close();
        System.out.println(kind + " surprises " + surprises + " faults "
                + faults.byKind().keySet() + (faults.count() > 50 ? "" : " too few: " + faults.count()));
    }
}
