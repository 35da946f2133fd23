package io.fdscope.jmc.install;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** A short program with the agent, and the recording of it. */
final class RecordedRun {
    private RecordedRun() {}

    /** Runs it; the recording is whole. */
    static Path in(Path folder) throws IOException {
        Path recording = folder.resolve("run.jfr");
        List<String> command = ForkedProcess.java(
                ShippedZips.home(RecordedRun.class).toString(),
                List.of("-javaagent:" + ShippedZips.AGENT, "-XX:StartFlightRecording:filename=" + recording),
                RecordedRun.class);
        ForkedProcess.run(command.toArray(String[]::new));
        return recording;
    }

    /** A server, and a client of it. */
    public static void main(String[] arguments) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket client = new Socket(loopback, server.getLocalPort());
                Socket accepted = server.accept()) {
            accepted.getOutputStream().write(1);
            if (client.getInputStream().read() != 1) {
                throw new IllegalStateException("the server said something else");
            }
        }
    }
}
