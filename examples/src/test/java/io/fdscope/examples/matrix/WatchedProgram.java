package io.fdscope.examples.matrix;

import io.fdscope.fixture.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A program with the finished agent in it, and a JMX connection that asks the agent. */
final class WatchedProgram implements AutoCloseable {
    private static final Path AGENT =
            Path.of("..", "agent", "target", "fdscope.jar").toAbsolutePath().normalize();
    /** What takes minutes with the defaults takes seconds. */
    private static final String OPTIONS = "suspectAge=2s,suspectCount=10,scan=500ms,count=500ms,budget=50%";

    private static final int MOST_ROWS = 10;

    private final Program program;
    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final ObjectName bean;

    private WatchedProgram(Program program, JMXConnector connector) throws IOException, JMException {
        this.program = program;
        this.connector = connector;
        server = connector.getMBeanServerConnection();
        bean = new ObjectName("io.fdscope:type=FileDescriptors");
    }

    /** Runs it, its temporary files in {@code folder}, until the agent answers. */
    @SuppressWarnings("BanJNDI") // The address holds the remote object itself; nothing is looked up.
    static WatchedProgram run(Path folder, Class<?> main, String argument, String... vmOptions)
            throws IOException, JMException {
        List<String> options = new ArrayList<>(List.of(vmOptions));
        options.add("-javaagent:" + AGENT + "=" + OPTIONS);
        Program program = Program.run(folder, options, main, argument);
        JMXConnector connector = JMXConnectorFactory.connect(
                new JMXServiceURL(program.managementAddress()),
                Map.of("jmx.remote.x.client.connection.check.period", 0L));
        WatchedProgram watched = new WatchedProgram(program, connector);
        Await.until("the agent's bean is there", watched::isWatched);
        return watched;
    }

    private boolean isWatched() {
        try {
            return server.isRegistered(bean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program program() {
        return program;
    }

    /** All suspects, those cleared as well. */
    List<SuspectRow> suspects() throws IOException, JMException {
        Object[] limit = {MOST_ROWS};
        CompositeData[] rows = (CompositeData[]) server.invoke(bean, "leakSuspects", limit, new String[] {"int"});
        return Stream.of(rows).map(SuspectRow::of).toList();
    }

    /** The same, as of a scan made for it. */
    List<SuspectRow> freshSuspects() throws IOException, JMException {
        invoke("scanNow");
        return suspects();
    }

    /** Has the garbage collected. */
    void collect() throws IOException, JMException {
        invoke("collectGarbageAndCompare");
    }

    /** The verdict in words, and what the program has said. */
    String explain() throws IOException, JMException {
        return invoke("explain") + "\n" + program.heard();
    }

    /** From now on nothing is judged unless it is asked for. */
    void scanNoMore() throws IOException, JMException {
        server.setAttribute(bean, new Attribute("ScanPeriodMillis", 86_400_000L));
    }

    /** The verdict in words. */
    String verdict() throws IOException, JMException {
        invoke("scanNow");
        return (String) invoke("explain");
    }

    /** Writes what has been recorded so far into a file. */
    void dump(Path file) throws IOException, JMException {
        Object[] arguments = {new String[] {"filename=" + file}};
        server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "jfrDump", arguments, new String[] {
            String[].class.getName()
        });
    }

    /** What is wrong with the agent itself; empty where nothing is. */
    Map<String, Object> defects() throws IOException, JMException {
        return Map.of("FaultCount", get("FaultCount"), "MissingHooks", List.of((String[]) get("MissingHooks")));
    }

    Object get(String attribute) throws IOException, JMException {
        return server.getAttribute(bean, attribute);
    }

    private Object invoke(String operation) throws IOException, JMException {
        return server.invoke(bean, operation, new Object[0], new String[0]);
    }

    @Override
    public void close() throws IOException {
        try (program;
                connector) {
            // Both, the connection first.
        }
    }
}
