package io.fdscope.jmc.ui.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Our triggers, in JMC's list of them. JMC has no extension point for that, so it is told by reflection, in the way of its
 * own import: a trigger whose name the user has already is left as it is.
 */
final class TriggerPresets {
    /** The file that a user can import, too. */
    static final String FILE = "fdscope-triggers.xml";

    private static final ApplicationType TRIGGERS = new ApplicationType(
            "org.openjdk.jmc.console.ui.notification", "org.openjdk.jmc.console.ui.notification.tab.TriggerToolkit");

    private TriggerPresets() {}

    /**
     * Adds them, once in the life of a workspace: who has deleted them is rid of them. In the thread of the user interface,
     * where JMC changes its list. Where this JMC cannot be told it goes to the log, and the file is left to be imported.
     */
    static void addOnce() {
        Bundle self = FrameworkUtil.getBundle(TriggerPresets.class);
        try {
            Path done = Platform.getStateLocation(self)
                    .append("triggers-added")
                    .toFile()
                    .toPath();
            if (!Files.exists(done)) {
                add();
                Files.createFile(done);
            }
        } catch (IOException | CoreException | ReflectiveOperationException | RuntimeException | LinkageError refused) {
            Platform.getLog(self).log(Status.warning("fdscope: the triggers can be imported from " + FILE, refused));
        }
    }

    /** {@code getDefaultModel} first adds JMC's own to a new workspace, which would wipe ours out. */
    private static void add() throws CoreException, IOException, ReflectiveOperationException {
        Object list = TRIGGERS.find().getMethod("getDefaultModel").invoke(null);
        list.getClass().getMethod("importFromXML", Element.class).invoke(list, shipped());
    }

    static Element shipped() throws IOException {
        try (InputStream in = TriggerPresets.class.getResourceAsStream(FILE)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IOException(FILE, broken);
        }
    }
}
