package io.fdscope.trace;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Starts a main class in a JVM where {@link TestAgent} has an instrumentation for it, on the JDK that runs the test. */
final class TracedJvm {
    private final Path jar;
    private String language = "C.UTF-8";

    TracedJvm(Path folder) throws IOException {
        jar = folder.resolve("test-agent.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", TestAgent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    /** Of the C library's messages. */
    TracedJvm inLanguage(String locale) {
        language = locale;
        return this;
    }

    ForkedProcess start(Class<?> main, String... flags) throws IOException {
        return ForkedProcess.start(command(main, flags));
    }

    /** The same with a limit on descriptors. */
    ForkedProcess startLimited(int descriptors, Class<?> main, String... flags) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "ulimit -n " + descriptors + "; exec env LC_ALL=" + language + " \"$0\" \"$@\""));
        command.addAll(command(main, flags));
        return ForkedProcess.start(command);
    }

    private List<String> command(Class<?> main, String... flags) {
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java(), "-Xverify:all"));
        command.addAll(List.of(flags));
        command.add("-javaagent:" + jar); // Last, so that it sees classes as agents among the flags have left them.
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
