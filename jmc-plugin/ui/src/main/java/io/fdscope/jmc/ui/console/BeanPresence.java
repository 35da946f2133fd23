package io.fdscope.jmc.ui.console;

import java.io.IOException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.eclipse.core.runtime.Adapters;
import org.openjdk.jmc.rjmx.common.IConnectionHandle;

/** Whether the JVM that a console is connected to has our MXBean. */
final class BeanPresence {
    private BeanPresence() {}

    /**
     * Asks the JVM: one call over the wire, as JMC's own tabs do.
     *
     * @param console JMC's editor, connected
     * @return false too where it is not connected any more
     */
    static boolean in(Object console) {
        IConnectionHandle handle = Adapters.adapt(console, IConnectionHandle.class);
        MBeanServerConnection server = handle == null ? null : handle.getServiceOrNull(MBeanServerConnection.class);
        return server != null && registered(server);
    }

    private static boolean registered(MBeanServerConnection server) {
        try {
            return server.isRegistered(new ObjectName(AttributeLooks.BEAN));
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(AttributeLooks.BEAN, impossible);
        } catch (IOException | RuntimeException goneOrRefused) {
            return false;
        }
    }
}
