package org.openjdk.jmc.console.ui.notification.tab;

/** Stands in for JMC's way to its list of triggers. */
public final class TriggerToolkit {
    // Static as JMC's own: it is how the plugin reaches it.
    private static final TriggerList LIST = new TriggerList();

    private TriggerToolkit() {}

    public static TriggerList getDefaultModel() {
        return LIST;
    }
}
