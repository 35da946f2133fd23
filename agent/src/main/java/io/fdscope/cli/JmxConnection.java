package io.fdscope.cli;

import java.io.IOException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** Connects anew for each question, and hangs up after it. */
final class JmxConnection implements RemoteBean {
    private final JmxServer server;
    private final TimeLimit limit;

    /** @param target {@code service:jmx:...} or {@code host:port} */
    JmxConnection(String target, Access access) {
        this.server = new JmxServer(target, access.login());
        this.limit = access.limit();
    }

    @Override
    public String target() {
        return server.target();
    }

    @Override
    public <T> T ask(Question<T> question) throws UserError {
        return RemoteBean.call(server, limit, () -> connectAndAsk(question));
    }

    private <T> T connectAndAsk(Question<T> question) throws IOException, JMException {
        try (JMXConnector connector = server.connect()) {
            return question.ask(connector.getMBeanServerConnection(), new ObjectName(NAME));
        }
    }
}
