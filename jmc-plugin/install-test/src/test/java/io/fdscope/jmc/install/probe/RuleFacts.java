package io.fdscope.jmc.install.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.Platform;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.osgi.framework.Bundle;

/** Rules, made as JMC makes them: the classes that the bundle names as a service. */
final class RuleFacts {
    void print() throws IOException, ReflectiveOperationException {
        Bundle bundle = Platform.getBundle("io.fdscope.jmc.rules");
        URL services = bundle.getEntry("META-INF/services/" + IRule.class.getName());
        if (services == null) {
            return;
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(services.openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    IRule rule = (IRule)
                            bundle.loadClass(line.strip()).getConstructor().newInstance();
                    System.out.println("rule " + rule.getId() + " on " + rule.getTopic() + " named " + rule.getName());
                }
            }
        }
    }
}
