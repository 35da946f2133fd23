package io.fdscope.trace;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What applications do with sockets, one way of Java's at a time. Ports have four digits or more. */
@SuppressWarnings("try") // Opened and closed is all that is wanted.
final class Scenarios {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private Scenarios() {}

    static void socket() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket("localhost", server.getLocalPort())) {
            server.accept().close();
        }
    }

    static void socketWithTimeout() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket()) {
            client.connect(new InetSocketAddress("localhost", server.getLocalPort()), 5000);
            server.setSoTimeout(5000);
            server.accept().close();
        }
    }

    static void unconnectedSocket() throws IOException {
        try (Socket never = new Socket()) {
            never.setTcpNoDelay(true);
        }
    }

    /** Forgotten without a close. */
    static void droppedSocket() throws IOException {
        new Socket().setTcpNoDelay(true);
    }

    static void refusedSocket() throws IOException {
        try (Socket deaf = deaf();
                Socket client = new Socket()) {
            client.connect(new InetSocketAddress("localhost", deaf.getLocalPort()));
        } catch (ConnectException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    static void unresolvedSocket() throws IOException {
        try (Socket client = new Socket()) {
            client.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 1234));
        } catch (UnknownHostException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    static void socketOnVirtualThread() throws ReflectiveOperationException, InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        Runnable work = () -> {
            try {
                socket();
            } catch (Throwable e) {
                failures.add(e);
            }
        };
        ((Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work)).join();
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.get(0));
        }
    }

    static void channel() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            server.accept().close();
        }
    }

    static void channelAdaptors() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open();
                SocketChannel client = SocketChannel.open()) {
            server.socket().bind(new InetSocketAddress(LOOPBACK, 0));
            server.socket().setSoTimeout(5000);
            client.socket()
                    .connect(new InetSocketAddress("localhost", server.socket().getLocalPort()), 5000);
            server.socket().accept().close();
        }
    }

    static void refusedChannel() throws IOException {
        try (Socket deaf = deaf();
                SocketChannel client = SocketChannel.open()) {
            client.connect(new InetSocketAddress("localhost", deaf.getLocalPort()));
        } catch (ConnectException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    static void unresolvedChannel() throws IOException {
        try (SocketChannel client = SocketChannel.open()) {
            client.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 1234));
        } catch (UnresolvedAddressException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    static void nonBlockingChannel() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(server.getLocalAddress());
            finish(client);
            server.accept().close();
        }
    }

    static void nonBlockingRefused() throws IOException {
        try (Socket deaf = deaf();
                SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(new InetSocketAddress("localhost", deaf.getLocalPort()));
            finish(client);
        } catch (ConnectException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    /** Closed before anybody asked how the connect went. */
    static void abandonedConnect() throws IOException {
        try (Socket deaf = deaf();
                SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(new InetSocketAddress("localhost", deaf.getLocalPort()));
        }
    }

    private static void finish(SocketChannel client) throws IOException {
        while (!client.finishConnect()) {
            Thread.onSpinWait();
        }
    }

    static void heldBySelector() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                Selector selector = Selector.open();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
            selector.selectNow();
            client.close();
            selector.selectNow();
        }
    }

    static void unixDomain() throws IOException {
        Path path = Files.createTempDirectory("trace").resolve("here");
        UnixDomainSocketAddress to = UnixDomainSocketAddress.of(path);
        try (ServerSocketChannel server =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(to);
                SocketChannel client = SocketChannel.open(to)) {
            server.accept().close();
        } finally {
            Files.delete(path);
            Files.delete(path.getParent());
        }
    }

    static void asynchronous() throws Exception {
        try (AsynchronousServerSocketChannel server =
                        AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(server.getLocalAddress()).get();
            server.accept().get().close();
        }
    }

    /** The accept waits for the connect, and is finished by a thread of the channel group. */
    static void asynchronousAcceptFirst() throws Exception {
        try (AsynchronousServerSocketChannel server =
                AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
            Future<AsynchronousSocketChannel> accepted = server.accept();
            InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
            try (Socket client = new Socket("localhost", to.getPort())) {
                accepted.get().close();
            }
        }
    }

    static void asynchronousRefused() throws Exception {
        try (Socket deaf = deaf();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(new InetSocketAddress("localhost", deaf.getLocalPort()))
                    .get();
        } catch (ExecutionException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    static void datagrams() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK);
                MulticastSocket multicast = new MulticastSocket(null);
                DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress("localhost", socket.getLocalPort()));
            channel.disconnect();
        }
    }

    static void datagramThatCannotConnect() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress("localhost", 0));
        } catch (SocketException expected) {
            return;
        }
        throw new AssertionError("connected");
    }

    /** Has a port, and listens to nobody: connects are refused, and nobody else gets it meanwhile. */
    private static Socket deaf() throws IOException {
        Socket deaf = new Socket();
        deaf.bind(new InetSocketAddress(LOOPBACK, 0));
        return deaf;
    }
}
