package io.fdscope.agent;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.LastDescriptors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a {@link Host} with the finished agent jar in it, on the JDK that runs the test. */
public final class AgentHost {
    public static final Path JAR = Path.of("target", "fdscope.jar").toAbsolutePath();

    /** Test programs, and what they take from the tests of core. */
    public static final String CLASS_PATH =
            "target/test-classes" + File.pathSeparator + ForkedProcess.home(LastDescriptors.class);

    /** Where the host leaks when it is told to. */
    public static final String LEAK = "io.fdscope.agent.Host.leak(Host.java:56)";

    private AgentHost() {}

    /** A JVM with the agent and these options, in which nothing is taken for granted but the class path. */
    public static ForkedProcess withAgent(String options, String... jvmFlags) throws IOException {
        List<String> flags = new ArrayList<>(List.of(jvmFlags));
        flags.add("-javaagent:" + JAR + (options.isEmpty() ? "" : "=" + options));
        return plain(flags.toArray(String[]::new));
    }

    /** A JVM with these flags. */
    public static ForkedProcess plain(String... jvmFlags) throws IOException {
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java()));
        command.addAll(List.of(jvmFlags));
        command.addAll(List.of("-cp", CLASS_PATH, "io.fdscope.agent.Host"));
        return ForkedProcess.start(command);
    }

    /** A JVM that runs another main class on this class path. */
    public static ForkedProcess onClassPath(String classPath, String main, String... jvmFlags) throws IOException {
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java()));
        command.addAll(List.of(jvmFlags));
        command.addAll(List.of("-cp", classPath, main));
        return ForkedProcess.start(command);
    }

    /** A JVM with the agent, and a limit on descriptors. */
    public static ForkedProcess limited(int descriptors, String options, String... jvmFlags) throws IOException {
        List<String> flags = new ArrayList<>(List.of(jvmFlags));
        flags.add("-javaagent:" + JAR + (options.isEmpty() ? "" : "=" + options));
        return limitedPlain(descriptors, flags.toArray(String[]::new));
    }

    /** A JVM with these flags, and a limit on descriptors. */
    public static ForkedProcess limitedPlain(int descriptors, String... jvmFlags) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "ulimit -n " + descriptors + "; exec \"$0\" \"$@\"", ForkedProcess.java()));
        command.addAll(List.of(jvmFlags));
        command.addAll(List.of("-cp", CLASS_PATH, "io.fdscope.agent.Host"));
        return ForkedProcess.start(command);
    }

    /** Asks until the application's MBean server gives an answer other than that there is no bean. */
    public static String get(ForkedProcess host, String attribute) throws IOException {
        String answer = ask(host, attribute);
        long end = System.nanoTime() + 20_000_000_000L;
        while (answer.equals("no bean") && System.nanoTime() < end) {
            answer = ask(host, attribute);
        }
        return answer;
    }

    /** Asks for the verdict until it names this. */
    static String explanation(ForkedProcess host, String name) throws IOException {
        String text = "";
        long end = System.nanoTime() + 20_000_000_000L;
        while (!text.contains(name) && System.nanoTime() < end) {
            host.send("explain");
            text = String.join("\n", host.until("."));
        }
        return text;
    }

    private static String ask(ForkedProcess host, String attribute) throws IOException {
        host.send("get " + attribute);
        String line = host.await(attribute + " = ");
        return line.substring(line.indexOf(" = ") + 3);
    }
}
