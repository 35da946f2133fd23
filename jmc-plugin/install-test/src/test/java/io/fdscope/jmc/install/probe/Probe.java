package io.fdscope.jmc.install.probe;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;

/** The application: prints everything, one fact a line, and at last that it is done. */
public final class Probe implements IApplication {
    @Override
    public Object start(IApplicationContext context) throws Exception {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        printBundles();
        new PageFacts(Path.of(arguments[0]), Path.of(arguments[1])).print();
        new RuleFacts().print();
        new ConsoleFacts().print();
        new TriggerFacts().print();
        System.out.println("done");
        return EXIT_OK;
    }

    @Override
    public void stop() {}

    private static void printBundles() {
        for (String name : new String[] {"io.fdscope.core", "io.fdscope.jmc.rules", "io.fdscope.jmc.ui"}) {
            Bundle bundle = Platform.getBundle(name);
            System.out.println("bundle " + name + (bundle.getState() > Bundle.INSTALLED ? " resolved" : " unresolved"));
        }
    }
}
