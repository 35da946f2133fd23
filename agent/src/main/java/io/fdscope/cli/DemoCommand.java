package io.fdscope.cli;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demo}: runs the incident from the examples that are built next to the agent's jar in a source tree. */
@Command(
        name = "demo",
        description =
                "Reproduces the socket-leak incident with real libraries, watches it happen, and leaves"
                        + " fdscope-demo.jfr and fdscope-demo.html in the working folder. Needs the source tree: ./fdscope demo builds what is missing.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String MAIN = "io.fdscope.examples.incident.Demo";

    @Override
    public Integer call() throws Exception {
        File agent = new File(DemoCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        File examples =
                new File(agent.getParentFile(), "../../examples/target/fdscope-examples.jar").getCanonicalFile();
        if (!examples.isFile()) {
            throw new UserError("the demo needs the source tree: " + examples
                    + " is not there; run './fdscope demo' in a clone, which builds it");
        }
        return run(agent, examples);
    }

    private static Integer run(File agent, File examples) throws Exception {
        URL[] path = {examples.toURI().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, DemoCommand.class.getClassLoader())) {
            return (Integer) loader.loadClass(MAIN)
                    .getMethod("run", File.class, File.class)
                    .invoke(null, agent, examples);
        } catch (InvocationTargetException e) {
            throw new UserError("the demo failed: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
