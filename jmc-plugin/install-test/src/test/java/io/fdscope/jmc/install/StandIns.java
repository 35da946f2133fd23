package io.fdscope.jmc.install;

import java.util.List;
import java.util.Map;

/** Bundles that stand in for those of JMC's application: the names, extension points and types that the plugin relies on. */
final class StandIns {
    private static final String CORE = "org.eclipse.core.runtime,org.openjdk.jmc.rjmx.common";

    private static final BundleJar CONSOLE = new BundleJar(
            "org.openjdk.jmc.console.ui",
            Map.of("Require-Bundle", CORE, "Export-Package", "org.openjdk.jmc.console.ui.editor"),
            List.of("org.openjdk.jmc.console.ui.editor", "org.openjdk.jmc.console.ui.tabs"),
            "<extension-point id=\"consolepage\" name=\"Console Page\"/>\n");

    private static final BundleJar NOTIFICATION = new BundleJar(
            "org.openjdk.jmc.console.ui.notification",
            Map.of("Require-Bundle", CORE),
            List.of("org.openjdk.jmc.console.ui.notification"),
            "");

    private static final BundleJar RJMX = new BundleJar(
            "org.openjdk.jmc.rjmx",
            Map.of("Require-Bundle", CORE, "Export-Package", "org.openjdk.jmc.rjmx.subscription"),
            List.of("org.openjdk.jmc.rjmx.subscription"),
            """
            <extension-point id="metadataprovider" name="Metadata"/>
            <extension-point id="syntheticattribute" name="Synthetic Attributes"/>
            """);

    /** Other people's code that Eclipse has made bundles of, and Maven Central has not; here nobody calls it. */
    private static final BundleJar BATIK =
            new BundleJar("org.apache.batik.css", Map.of("Bundle-Version", "1.16.0"), List.of(), "");

    private static final BundleJar STYLE_SHEETS = new BundleJar(
            "org.w3c.css.sac",
            Map.of(
                    "Bundle-Version",
                    "1.3.1",
                    "Export-Package",
                    "org.w3c.css.sac;version=1.3.0,org.w3c.css.sac.helpers;version=1.3.0"),
            List.of(),
            "");

    private static final BundleJar PROBE = new BundleJar(
            "io.fdscope.jmc.install.probe",
            Map.of(
                    "Require-Bundle",
                    CORE + ",org.eclipse.equinox.app,org.eclipse.jface,org.eclipse.ui.forms,org.openjdk.jmc.rjmx,"
                            + "org.openjdk.jmc.console.ui,org.openjdk.jmc.flightrecorder,org.openjdk.jmc.flightrecorder.rules,"
                            + "org.openjdk.jmc.flightrecorder.ui"),
            List.of("io.fdscope.jmc.install.probe"),
            """
            <extension point="org.eclipse.core.runtime.applications" id="application">
              <application><run class="io.fdscope.jmc.install.probe.Probe"/></application>
            </extension>
            """);

    private StandIns() {}

    static List<BundleJar> all() {
        return List.of(CONSOLE, NOTIFICATION, RJMX, BATIK, STYLE_SHEETS, PROBE);
    }
}
