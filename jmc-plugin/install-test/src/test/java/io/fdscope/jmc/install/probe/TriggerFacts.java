package io.fdscope.jmc.install.probe;

import org.eclipse.core.runtime.Platform;

/** Triggers in JMC's list, which the tab's first showing adds to. */
final class TriggerFacts {
    void print() throws ReflectiveOperationException {
        printListed("triggers after");
    }

    static void printListed(String when) {
        try {
            Class<?> toolkit = Platform.getBundle("org.openjdk.jmc.console.ui.notification")
                    .loadClass("org.openjdk.jmc.console.ui.notification.tab.TriggerToolkit");
            System.out.println(
                    when + ": " + toolkit.getMethod("getDefaultModel").invoke(null));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
