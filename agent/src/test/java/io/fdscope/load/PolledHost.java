package io.fdscope.load;

import io.fdscope.agent.AgentHost;
import io.fdscope.cli.LoopbackJmx;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;

/** A host with a limit on descriptors, and a JMX connector on loopback. Closing it kills it. */
final class PolledHost implements AutoCloseable {
    static final int LIMIT = 1000;
    static final int WARN = 300;

    private final ForkedProcess process;
    private final int port;

    private PolledHost(ForkedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, and waits until the MXBean is there. */
    static PolledHost start() throws IOException {
        int port = LoopbackJmx.freePort();
        String[] jmx = LoopbackJmx.flags(port);
        String[] flags = new String[jmx.length + 2];
        System.arraycopy(jmx, 0, flags, 0, jmx.length);
        flags[jmx.length] = "-Xmx192m";
        flags[jmx.length + 1] = "-XX:+UseSerialGC";
        ForkedProcess process = AgentHost.limited(LIMIT, "warn=" + WARN + ",critical=" + 2 * WARN, flags);
        AgentHost.get(process, "OpenCount");
        return new PolledHost(process, port);
    }

    /** A client of its own connection. */
    JmxPoller poller() throws Exception {
        return JmxPoller.connect(port);
    }

    /** Has it do something, until it says so. */
    void order(String order, String answer) throws IOException {
        process.send(order);
        process.await(answer);
    }

    @Override
    public void close() {
        process.close();
    }
}
