package io.fdscope.agent;

import java.io.File;

/** {@code java -jar fdscope.jar}: hands over to the command line, in the loader that finds it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        File jar = new File(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        // Not the platform's loader, which lacks the JDK's own jdk.attach.
        AgentLoader loader = new AgentLoader(jar, ClassLoader.getSystemClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass("io.fdscope.cli.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
