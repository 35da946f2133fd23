package io.fdscope.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;

/**
 * What the JVM calls, before {@code main} or when the agent is attached: the only class of ours that the application's
 * class loader defines. Everything else is defined by {@link AgentLoader}.
 */
public final class Premain {
    private Premain() {}

    /** {@code -javaagent:fdscope.jar[=options]}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation);
    }

    /** Attached to a running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation);
    }

    private static void start(String arguments, Instrumentation instrumentation) {
        try {
            File jar = ownJar();
            AgentLoader loader = new AgentLoader(jar, ClassLoader.getPlatformClassLoader());
            loader.loadClass("io.fdscope.agent.AgentStart")
                    .getMethod("start", String.class, Instrumentation.class, File.class)
                    .invoke(null, arguments, instrumentation, jar);
        } catch (InvocationTargetException e) {
            System.err.println("fdscope: not started: " + e.getCause());
        } catch (Throwable e) {
            System.err.println("fdscope: not started: " + e);
        }
    }

    private static File ownJar() throws URISyntaxException {
        return new File(Premain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
