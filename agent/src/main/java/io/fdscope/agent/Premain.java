package io.fdscope.agent;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What the JVM calls, before {@code main} or when the agent is attached: the only class of ours that the application's
 * class loader defines. Everything else is defined by {@link AgentLoader}.
 */
public final class Premain {
    /** As an order begins; the classes that know it may be what cannot be loaded. */
    private static final String ORDER = "fdscope-order\n";

    private static final int ORDER_LINES = 4;
    private static final int ANSWER_LINE = 2;

    /**
     * Those that are at work, and others until they are collected. Static, since the JVM calls static methods and remembers
     * no object.
     */
    private static final Set<AgentLoader> LOADERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

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
            loader(jar)
                    .loadClass("io.fdscope.agent.AgentStart")
                    .getMethod("start", String.class, Instrumentation.class, File.class)
                    .invoke(null, arguments, instrumentation, jar);
        } catch (InvocationTargetException e) {
            failed(arguments, e.getCause());
        } catch (Throwable e) {
            failed(arguments, e);
        }
    }

    /**
     * One of its own for each time, so that a newer jar in the place of ours counts. Where an upgrade has taken the jar away
     * under the running JVM, one that has it still open.
     */
    private static AgentLoader loader(File jar) throws IOException {
        if (jar.isFile()) {
            AgentLoader made = new AgentLoader(jar, ClassLoader.getPlatformClassLoader());
            LOADERS.add(made);
            return made;
        }
        AgentLoader[] known = LOADERS.toArray(new AgentLoader[0]);
        if (known.length == 0) {
            throw new FileNotFoundException(jar + " is gone: put fdscope.jar there again");
        }
        return known[0];
    }

    /** Tells who waits for an answer, too. */
    private static void failed(String arguments, Throwable cause) {
        String reason = "not started: " + cause;
        System.err.println("fdscope: " + reason);
        String[] order = arguments == null ? new String[0] : arguments.split("\n", ORDER_LINES);
        if (order.length == ORDER_LINES && arguments.startsWith(ORDER)) {
            try {
                answer(Path.of(order[ANSWER_LINE]), "FAILED\n" + reason);
            } catch (Throwable e) {
                System.err.println("fdscope: no answer to an order from the command line: " + e);
            }
        }
    }

    /** The whole or nothing, as the classes do it that know orders and answers. */
    private static void answer(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static File ownJar() throws URISyntaxException {
        return new File(Premain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
