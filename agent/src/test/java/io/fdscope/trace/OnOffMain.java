package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Has its sockets traced and not traced, 100 times, while it works. */
final class OnOffMain {
    private static final int TIMES = 100;

    private OnOffMain() {}

    public static void main(String[] arguments) throws Exception {
        Instrumentation instrumentation = TestAgent.instrumentation();
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        Map<String, byte[]> before = JdkClasses.read(instrumentation);
        HostWork work = new HostWork();
        int incomplete = 0;
        try (SocketTracing tracing = SocketTracing.install(instrumentation, new TracerLog(), faults, announcer)) {
            for (int i = 0; i < TIMES; i++) {
                tracing.setEnabled(false);
                incomplete += tracing.activeHooks();
                tracing.setEnabled(true);
                incomplete += tracing.missingHooks().size();
            }
        }
        work.end();
        System.out.println("surprises " + work.surprises());
        System.out.println("worked " + (work.rounds() > 2));
        System.out.println("incomplete " + incomplete);
        Map<String, byte[]> after = JdkClasses.read(instrumentation);
        System.out.println("classes " + before.keySet().equals(after.keySet()));
        System.out.println("changed "
                + before.entrySet().stream()
                        .filter(one -> !Arrays.equals(one.getValue(), after.get(one.getKey())))
                        .map(Map.Entry::getKey)
                        .toList());
        System.out.println("hooked "
                + after.values().stream()
                        .filter(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("FdscopeHook"))
                        .count());
        System.out.println("faults " + faults.byKind());
    }
}
