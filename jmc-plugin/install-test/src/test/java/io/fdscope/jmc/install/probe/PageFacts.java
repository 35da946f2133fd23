package io.fdscope.jmc.install.probe;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.ui.IDataPageFactory;
import org.osgi.framework.Bundle;

/**
 * Pages of a recording: those made by code are displayed; of the others the files are looked for.
 *
 * @param recording to display
 * @param pictures folder for what was displayed
 */
record PageFacts(Path recording, Path pictures) {
    void print() throws CoreException, IOException, CouldNotLoadRecordingException {
        IItemCollection items = JfrLoaderToolkit.loadEvents(recording.toFile());
        Display display = new Display();
        for (IConfigurationElement each : Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.openjdk.jmc.flightrecorder.ui.datapage")) {
            if (each.getName().equals("factory")) {
                display(each, new DisplayedPage(display, items));
            } else if (each.getAttribute("file") != null) {
                printFile(each.getAttribute("file"), each.getContributor().getName());
            }
        }
        display.dispose();
    }

    private void display(IConfigurationElement factory, DisplayedPage page) throws CoreException {
        String id = factory.getAttribute("id");
        Path picture = pictures.resolve(id + ".png");
        IDataPageFactory made = (IDataPageFactory) factory.createExecutableExtension("class");
        String name = page.display(made, picture);
        System.out.println("page " + id + " on " + String.join(",", made.getTopics(page.getState())) + " named " + name
                + " displayed");
    }

    private static void printFile(String file, String bundle) {
        Bundle holder = Platform.getBundle(bundle);
        System.out.println("pages " + file + " of " + bundle + (holder.getEntry(file) == null ? " missing" : " there"));
    }
}
