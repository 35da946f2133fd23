package io.fdscope.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Asks the MXBean of another process, over a JMX connection that the process offers. */
final class JmxConnection {
    private static final String BEAN = "io.fdscope:type=FileDescriptors";

    private final String target;
    private final TimeLimit limit;

    /** @param target {@code service:jmx:...} or {@code host:port} */
    JmxConnection(String target, TimeLimit limit) {
        this.target = target;
        this.limit = limit;
    }

    /** What is asked of the bean. */
    @FunctionalInterface
    interface Question<T> {
        T ask(MBeanServerConnection server, ObjectName bean) throws IOException, JMException;
    }

    String target() {
        return target;
    }

    /**
     * Connects and asks.
     *
     * @throws UserError where there is no answer, with the reason
     */
    <T> T ask(Question<T> question) throws UserError {
        try {
            return limit.call(() -> connectAndAsk(question));
        } catch (TimeoutException e) {
            throw new UserError(
                    "no answer from " + target + " within " + limit.timeout().toMillis()
                            + " ms: the process may hang, or have no descriptor left for a connection; by process id it can"
                            + " still be read",
                    e);
        } catch (ExecutionException e) {
            throw explain(e.getCause());
        }
    }

    @SuppressWarnings("BanJNDI") // The user names the server, as with every JMX client.
    private <T> T connectAndAsk(Question<T> question) throws IOException, JMException {
        try (JMXConnector connector = JMXConnectorFactory.connect(url())) {
            return question.ask(connector.getMBeanServerConnection(), new ObjectName(BEAN));
        }
    }

    private JMXServiceURL url() throws MalformedURLException {
        return new JMXServiceURL(
                target.startsWith("service:") ? target : "service:jmx:rmi:///jndi/rmi://" + target + "/jmxrmi");
    }

    private UserError explain(Throwable cause) {
        if (cause instanceof InstanceNotFoundException) {
            return new UserError(
                    "the JVM at " + target + " has no fdscope in it: start it with -javaagent:fdscope.jar", cause);
        }
        if (cause instanceof ReflectionException) {
            return new UserError("the fdscope at " + target + " is of a version that cannot tell this", cause);
        }
        if (cause instanceof MalformedURLException) {
            return new UserError("'" + target + "' is no JMX URL: use host:port or service:jmx:...", cause);
        }
        if (cause instanceof SecurityException) {
            return new UserError(target + " wants a user and password, which this version cannot give yet", cause);
        }
        String reason = UserError.root(cause).getMessage();
        return cause instanceof JMException || cause instanceof JMRuntimeException
                ? new UserError("the fdscope at " + target + " says: " + reason, cause)
                : new UserError("cannot reach " + target + ": " + reason, cause);
    }
}
