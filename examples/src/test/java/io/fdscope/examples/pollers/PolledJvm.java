package io.fdscope.examples.pollers;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.LastDescriptors;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.example.Leaker;

/**
 * A {@link Leaker} with the finished agent in it, {@link #LIMIT} descriptors, and a JMX connector on loopback. What takes
 * minutes with the defaults takes seconds. Closing it kills it.
 */
final class PolledJvm implements AutoCloseable {
    static final int LIMIT = 600;

    private static final String OPTIONS = "count=50ms,scan=100ms,budget=50%,suspectAge=1s,suspectCount=20";

    private final ForkedProcess process;
    private final int port;
    private final JMXConnector connector;

    private PolledJvm(ForkedProcess process, int port) throws IOException {
        this.process = process;
        this.port = port;
        connector = connect();
    }

    /** Starts it, with more flags, and waits until the MXBean is there. */
    static PolledJvm start(String... moreFlags) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + LIMIT + "; exec \"$@\"", "sh"));
        command.addAll(List.of(
                ForkedProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + Path.of("..", "agent", "target", "fdscope.jar").toAbsolutePath() + "=" + OPTIONS,
                "-Dcom.sun.management.jmxremote.port=" + port,
                "-Dcom.sun.management.jmxremote.rmi.port=" + port,
                "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-Dcom.sun.management.jmxremote.authenticate=false",
                "-Dcom.sun.management.jmxremote.ssl=false"));
        command.addAll(List.of(moreFlags));
        String classPath =
                ForkedProcess.home(Leaker.class) + File.pathSeparator + ForkedProcess.home(LastDescriptors.class);
        command.addAll(List.of("-cp", classPath, Leaker.class.getName()));
        ForkedProcess process = ForkedProcess.start(command);
        process.await("ready");
        PolledJvm started = new PolledJvm(process, port);
        Await.until("the verdict is there", started::isJudged);
        return started;
    }

    static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    @SuppressWarnings("BanJNDI") // The server is ours, on loopback.
    private JMXConnector connect() throws IOException {
        return JMXConnectorFactory.connect(new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + address() + "/jmxrmi"));
    }

    private boolean isJudged() {
        try {
            return connector.getMBeanServerConnection().isRegistered(bean()) && number("LeakSuspectCount") == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port} of its JMX connector. */
    String address() {
        return "127.0.0.1:" + port;
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** Has it do something, until it is done. */
    void order(String order) throws IOException {
        process.send(order);
        process.await("kept ");
    }

    /** A numeric attribute, over a connection that was there from the beginning. */
    long number(String attribute) {
        try {
            return ((Number) connector.getMBeanServerConnection().getAttribute(bean(), attribute)).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException(attribute, e);
        }
    }

    /** Changes an attribute. */
    void set(String attribute, long value) throws IOException, JMException {
        connector.getMBeanServerConnection().setAttribute(bean(), new Attribute(attribute, value));
    }

    /** What the MXBean says of itself. */
    MBeanInfo info() throws IOException, JMException {
        return connector.getMBeanServerConnection().getMBeanInfo(bean());
    }

    private static ObjectName bean() {
        try {
            return new ObjectName("io.fdscope:type=FileDescriptors");
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
