package io.fdscope.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A JMX connector that the host offers, on loopback alone. */
final class LoopbackJmx {
    private LoopbackJmx() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String[] flags(int port) {
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
