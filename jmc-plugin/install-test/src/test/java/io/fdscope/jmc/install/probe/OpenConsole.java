package io.fdscope.jmc.install.probe;

import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IConfigurationElement;
import org.openjdk.jmc.console.ui.editor.IConsolePageSupportTester;
import org.openjdk.jmc.rjmx.common.IConnectionHandle;
import org.openjdk.jmc.rjmx.common.IServerDescriptor;

/** JMC's editor for a JVM, as far as a tab's tester sees it: something that has a connection, or none. */
final class OpenConsole implements IAdaptable, IConnectionHandle {
    private final MBeanServer server;

    /** @param server of the JVM; null where there is no connection */
    OpenConsole(MBeanServer server) {
        this.server = server;
    }

    /** What JMC does to learn whether to show a tab. */
    boolean shows(IConfigurationElement tab) throws CoreException {
        return ((IConsolePageSupportTester) tab.createExecutableExtension("isSupportedClass")).isSupported(this);
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == IConnectionHandle.class && server != null ? type.cast(this) : null;
    }

    @Override
    public <T> T getServiceOrNull(Class<T> type) {
        return type == MBeanServerConnection.class ? type.cast(server) : null;
    }

    @Override
    public <T> T getServiceOrDummy(Class<T> type) {
        return getServiceOrNull(type);
    }

    @Override
    public <T> T getServiceOrThrow(Class<T> type) {
        return getServiceOrNull(type);
    }

    @Override
    public boolean hasService(Class<?> type) {
        return getServiceOrNull(type) != null;
    }

    @Override
    public boolean isConnected() {
        return server != null;
    }

    @Override
    public IServerDescriptor getServerDescriptor() {
        return null;
    }

    @Override
    public String getDescription() {
        return "a JVM";
    }

    @Override
    public void close() {}
}
