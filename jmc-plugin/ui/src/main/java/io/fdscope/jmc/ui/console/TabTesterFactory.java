package io.fdscope.jmc.ui.console;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExecutableExtensionFactory;

/**
 * Makes what JMC asks whether a console shows our tab, in the user interface's thread while it opens. The first time that it
 * does is when triggers begin to be of use.
 */
public final class TabTesterFactory implements IExecutableExtensionFactory {
    private static final ApplicationType TESTER = new ApplicationType(
            "org.openjdk.jmc.console.ui", "org.openjdk.jmc.console.ui.editor.IConsolePageSupportTester");

    @Override
    public Object create() throws CoreException {
        return TESTER.implementedBy("isSupported", arguments -> supported(arguments[0]));
    }

    private static boolean supported(Object console) {
        boolean present = BeanPresence.in(console);
        if (present) {
            TriggerPresets.addOnce();
        }
        return present;
    }
}
