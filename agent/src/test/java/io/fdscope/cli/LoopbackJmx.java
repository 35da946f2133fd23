package io.fdscope.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A JMX connector that the host offers, on loopback alone. */
public final class LoopbackJmx {
    private LoopbackJmx() {}

    /** A port that is free now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What a JVM is started with. */
    public static String[] flags(int port) {
        return new String[] {
            "-Dcom.sun.management.jmxremote.port=" + port,
            "-Dcom.sun.management.jmxremote.rmi.port=" + port,
            "-Dcom.sun.management.jmxremote.host=127.0.0.1",
            "-Djava.rmi.server.hostname=127.0.0.1",
            "-Dcom.sun.management.jmxremote.authenticate=false",
            "-Dcom.sun.management.jmxremote.ssl=false"
        };
    }
}
