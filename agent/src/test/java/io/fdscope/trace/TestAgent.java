package io.fdscope.trace;

import java.lang.instrument.Instrumentation;

/** Hands its instrumentation to the main class of a forked JVM, which finds it on its class path. */
public final class TestAgent {
    private static Instrumentation instrumentation;

    private TestAgent() {}

    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    static Instrumentation instrumentation() {
        return instrumentation;
    }
}
