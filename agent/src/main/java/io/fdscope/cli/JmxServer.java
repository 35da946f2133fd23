package io.fdscope.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.rmi.ConnectIOException;
import java.util.HashMap;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/**
 * Where a JVM offers JMX.
 *
 * @param target {@code service:jmx:...} or {@code host:port}
 * @param login who connects
 */
record JmxServer(String target, Login login) {
    /** How JNDI's provider for RMI registries is told to speak TLS with them. */
    private static final String REGISTRY_SOCKETS = "com.sun.jndi.rmi.factory.socket";

    /**
     * Connects. There is no telling from an address whether its registry speaks TLS
     * ({@code com.sun.management.jmxremote.registry.ssl}): where it does not answer without, it is asked with.
     */
    @SuppressWarnings("BanJNDI") // The user names the server, as with every JMX client.
    JMXConnector connect() throws IOException {
        Map<String, Object> environment = new HashMap<>();
        if (login.isGiven()) {
            environment.put(JMXConnector.CREDENTIALS, login.credentials());
        }
        try {
            return JMXConnectorFactory.connect(url(), environment);
        } catch (IOException e) {
            if (!speaksAnotherProtocol(e)) {
                throw e;
            }
            environment.put(REGISTRY_SOCKETS, new SslRMIClientSocketFactory());
            return JMXConnectorFactory.connect(url(), environment);
        }
    }

    /** What RMI throws where the other side hangs up on its first words. */
    private static boolean speaksAnotherProtocol(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectIOException) {
                return true;
            }
        }
        return false;
    }

    private JMXServiceURL url() throws MalformedURLException {
        return new JMXServiceURL(
                target.startsWith("service:") ? target : "service:jmx:rmi:///jndi/rmi://" + target + "/jmxrmi");
    }
}
