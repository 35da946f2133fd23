package org.openjdk.jmc.console.ui.notification.tab;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Stands in for JMC's NotificationRegistry: a rule whose name is there already is handed back, not added. */
public final class TriggerList {
    private final List<String> names = new ArrayList<>(List.of("Socket Leak Suspected"));

    public List<String> importFromXML(Element triggers) {
        List<String> refused = new ArrayList<>();
        NodeList rules = triggers.getElementsByTagName("rule_name");
        for (int i = 0; i < rules.getLength(); i++) {
            String name = rules.item(i).getTextContent();
            (names.contains(name) ? refused : names).add(name);
        }
        return refused;
    }

    @Override
    public String toString() {
        return String.join("; ", names);
    }
}
