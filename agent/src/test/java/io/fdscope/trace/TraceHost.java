package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process with hooks in it that plays a scenario for each line it reads, and prints what the tracer was told. */
final class TraceHost {
    private TraceHost() {}

    public static void main(String[] arguments) throws Exception {
        TracerLog log = new TracerLog();
        Faults faults = new Faults();
        SocketTracing tracing = SocketTracing.install(
                TestAgent.instrumentation(), log, faults, new Announcer(line -> System.out.println("said " + line)));
        System.out.println("active " + tracing.activeHooks() + ", missing " + tracing.missingHooks());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            play(line, log);
            System.out.println(".");
        }
        tracing.close();
        System.out.println("faults " + faults.byKind());
    }

    private static void play(String scenario, TracerLog log) throws ReflectiveOperationException, IOException {
        int before = log.numbers().size();
        Scenarios.class.getDeclaredMethod(scenario).invoke(null);
        if (scenario.equals("droppedSocket")) {
            Await.until("the cleaner closes it", () -> {
                System.gc();
                return log.heard("cleaner");
            });
        }
        for (String line : log.take()) {
            System.out.println(line.replaceAll(":\\d{4,5} ", ":PORT ").replaceAll("/\\S*/here", "/here"));
        }
        if (log.numbers().size() != before) {
            System.out.println("left " + log.numbers());
        }
    }
}
