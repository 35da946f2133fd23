package io.fdscope.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/**
 * Keeps its connection from one question to the next: a process without descriptors cannot accept another. One that fails
 * is given up, and the next question connects anew. Asked by one thread at a time; closed by any.
 */
final class KeptConnection implements RemoteBean, AutoCloseable {
    private static final TimeLimit TO_HANG_UP = new TimeLimit(Duration.ofSeconds(1));

    private final JmxServer server;
    private final TimeLimit limit;
    private volatile JMXConnector connector;

    /** @param target {@code service:jmx:...} or {@code host:port} */
    KeptConnection(String target, Access access) {
        this.server = new JmxServer(target, access.login());
        this.limit = access.limit();
    }

    @Override
    public String target() {
        return server.target();
    }

    @Override
    public <T> T ask(Question<T> question) throws UserError {
        if (connector == null) {
            connector = RemoteBean.call(server, limit, server::connect);
        }
        JMXConnector connected = connector;
        Callable<T> asking = () -> question.ask(connected.getMBeanServerConnection(), new ObjectName(NAME));
        try {
            return RemoteBean.call(server, limit, asking);
        } catch (UserError e) {
            if (!(e.getCause() instanceof JMException || e.getCause() instanceof SecurityException)) {
                close();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        JMXConnector left = connector;
        connector = null;
        if (left != null) {
            try {
                TO_HANG_UP.call(() -> {
                    left.close();
                    return null;
                });
            } catch (TimeoutException | ExecutionException | UserError lost) {
                // The other side does not listen.
            }
        }
    }
}
