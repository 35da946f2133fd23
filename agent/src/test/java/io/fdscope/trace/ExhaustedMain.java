package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Uses up its descriptors and goes on asking for sockets. */
@SuppressWarnings("try") // The clients are there to be accepted.
final class ExhaustedMain {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final List<FileInputStream> FILES = new ArrayList<>();

    private ExhaustedMain() {}

    /** Something that needs a descriptor. */
    private interface Step {
        void run() throws IOException, InterruptedException, ExecutionException;
    }

    public static void main(String[] arguments) throws Exception {
        TracerLog log = new TracerLog();
        Faults faults = new Faults();
        SocketTracing tracing =
                SocketTracing.install(TestAgent.instrumentation(), log, faults, new Announcer(System.out::println));
        HostWork.once(); // loads what needs a descriptor to load
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                ServerSocketChannel channel = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                AsynchronousServerSocketChannel async =
                        AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                Socket one = new Socket(LOOPBACK, server.getLocalPort());
                Socket two = new Socket(LOOPBACK, channel.socket().getLocalPort());
                Socket three = new Socket(LOOPBACK, ((InetSocketAddress) async.getLocalAddress()).getPort())) {
            List<Step> steps = List.of(
                    SocketChannel::open,
                    () -> new ServerSocket(0),
                    DatagramSocket::new,
                    () -> SocketChannel.open(StandardProtocolFamily.UNIX),
                    server::accept,
                    channel::accept,
                    () -> async.accept().get());
            failure(() -> {
                throw new IOException("loads what is needed to note one");
            });
            failure(() -> new FileInputStream("/loads/the/messages/of/the/C/library"));
            log.take();
            exhaust();
            List<String> thrown = new ArrayList<>();
            for (Step step : steps) {
                thrown.add(failure(step));
            }
            for (FileInputStream file : FILES) {
                file.close();
            }
            thrown.forEach(System.out::println);
            log.take().forEach(System.out::println);
        }
        tracing.close();
        System.out.println("faults " + faults.byKind());
    }

    private static void exhaust() {
        try {
            while (true) {
                FILES.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException full) {
            // As wanted.
        }
    }

    private static String failure(Step step) {
        try {
            step.run();
            return "thrown nothing";
        } catch (ExecutionException e) {
            return "thrown " + e.getCause().getMessage();
        } catch (IOException | InterruptedException e) {
            return "thrown " + e.getMessage();
        }
    }
}
