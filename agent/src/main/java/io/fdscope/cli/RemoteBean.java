package io.fdscope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** The MXBean of another process, over a JMX connection that the process offers. */
interface RemoteBean {
    /** Its name, as the contract has it. */
    String NAME = "io.fdscope:type=FileDescriptors";

    /** What is asked of the bean. */
    @FunctionalInterface
    interface Question<T> {
        T ask(MBeanServerConnection server, ObjectName bean) throws IOException, JMException;
    }

    /** Where it is: {@code service:jmx:...} or {@code host:port}. */
    String target();

    /**
     * Asks.
     *
     * @throws UserError where there is no answer, with the reason
     */
    <T> T ask(Question<T> question) throws UserError;

    /** Calls within the limit, and words what goes wrong. */
    static <T> T call(JmxServer server, TimeLimit limit, Callable<T> body) throws UserError {
        try {
            return limit.call(body);
        } catch (TimeoutException e) {
            throw new UserError(
                    "no answer from " + server.target() + " within "
                            + limit.timeout().toMillis()
                            + " ms: the process may hang, or have no descriptor left for a connection; by process id it can"
                            + " still be read",
                    e);
        } catch (ExecutionException e) {
            throw new JmxFailure(server).explain(e.getCause());
        }
    }
}
