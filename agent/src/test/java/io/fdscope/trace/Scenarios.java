package io.fdscope.trace;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What applications do with sockets, one way of Java's at a time. Each says which port was its server's. */
@SuppressWarnings("try") // Opened and closed is all that is wanted.
final class Scenarios {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private Scenarios() {}

    static int socket() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket("localhost", server.getLocalPort());
                Socket accepted = server.accept()) {
            return server.getLocalPort();
        }
    }

    static int socketWithTimeout() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket()) {
            client.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()), 5000);
            server.setSoTimeout(5000);
            server.accept().close();
            return server.getLocalPort();
        }
    }

    static int unconnectedSocket() throws IOException {
        try (Socket never = new Socket()) {
            never.setTcpNoDelay(true);
        }
        return 0;
    }

    static int refusedSocket() throws IOException {
        int port = freePort();
        try (Socket client = new Socket()) {
            throw new AssertionError("connected: " + connect(client, new InetSocketAddress("localhost", port)));
        } catch (java.net.ConnectException expected) {
            return port;
        }
    }

    private static Socket connect(Socket client, SocketAddress to) throws IOException {
        client.connect(to);
        return client;
    }

    static int unresolvedSocket() throws IOException {
        try (Socket client = new Socket()) {
            connect(client, InetSocketAddress.createUnresolved("nowhere.invalid", 7));
        } catch (java.net.UnknownHostException expected) {
            return 0;
        }
        throw new AssertionError("connected");
    }

    static int socketOnVirtualThreads() throws Exception {
        Throwable[] failure = new Throwable[1];
        int[] port = new int[1];
        Runnable work = () -> {
            try {
                port[0] = socket();
            } catch (Throwable e) {
                failure[0] = e;
            }
        };
        Thread thread = (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        thread.join();
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
        return port[0];
    }

    static int channel() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
            InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
            try (SocketChannel client = SocketChannel.open(to);
                    SocketChannel accepted = server.accept()) {
                return to.getPort();
            }
        }
    }

    static int channelAdaptors() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open();
                SocketChannel client = SocketChannel.open()) {
            server.socket().bind(new InetSocketAddress(LOOPBACK, 0));
            server.socket().setSoTimeout(5000);
            int port = server.socket().getLocalPort();
            client.socket().connect(new InetSocketAddress("localhost", port), 5000);
            server.socket().accept().close();
            return port;
        }
    }

    static int refusedChannel() throws IOException {
        int port = freePort();
        try (SocketChannel client = SocketChannel.open()) {
            client.connect(new InetSocketAddress("localhost", port));
        } catch (java.net.ConnectException expected) {
            return port;
        }
        throw new AssertionError("connected");
    }

    static int unresolvedChannel() throws IOException {
        try (SocketChannel client = SocketChannel.open()) {
            client.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 7));
        } catch (UnresolvedAddressException expected) {
            return 0;
        }
        throw new AssertionError("connected");
    }

    static int nonBlockingChannel() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(server.getLocalAddress());
            finish(client);
            server.accept().close();
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        }
    }

    static int nonBlockingRefused() throws IOException {
        int port = freePort();
        try (SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(new InetSocketAddress(LOOPBACK, port));
            finish(client);
        } catch (java.net.ConnectException expected) {
            return port;
        }
        throw new AssertionError("connected");
    }

    /** Closed before anybody asked how the connect went. */
    static int abandonedConnect() throws IOException {
        int port = freePort();
        try (SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(new InetSocketAddress(LOOPBACK, port));
        }
        return port;
    }

    private static void finish(SocketChannel client) throws IOException {
        while (!client.finishConnect()) {
            Thread.onSpinWait();
        }
    }

    static int heldBySelector() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                Selector selector = Selector.open();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
            selector.selectNow();
            client.close();
            selector.selectNow();
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        }
    }

    static int unixDomain() throws IOException {
        Path path = Files.createTempDirectory("trace").resolve("here");
        UnixDomainSocketAddress to = UnixDomainSocketAddress.of(path);
        try (ServerSocketChannel server =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(to);
                SocketChannel client = SocketChannel.open(to);
                SocketChannel accepted = server.accept()) {
            return 0;
        } finally {
            Files.delete(path);
            Files.delete(path.getParent());
        }
    }

    static int asynchronous() throws Exception {
        try (AsynchronousServerSocketChannel server =
                        AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(server.getLocalAddress()).get();
            server.accept().get().close();
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        }
    }

    /** The accept waits for the connect, and is finished by a thread of the channel group. */
    static int asynchronousAcceptFirst() throws Exception {
        try (AsynchronousServerSocketChannel server =
                AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
            Future<AsynchronousSocketChannel> accepted = server.accept();
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            try (Socket client = new Socket(LOOPBACK, port)) {
                accepted.get().close();
            }
            return port;
        }
    }

    static int asynchronousRefused() throws Exception {
        int port = freePort();
        try (AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(new InetSocketAddress(LOOPBACK, port)).get();
        } catch (ExecutionException expected) {
            return port;
        }
        throw new AssertionError("connected");
    }

    static int datagrams() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK);
                MulticastSocket multicast = new MulticastSocket(null);
                DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(LOOPBACK, socket.getLocalPort()));
            channel.disconnect();
            return socket.getLocalPort();
        }
    }

    static int datagramThatCannotConnect() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(LOOPBACK, 0));
        } catch (java.net.SocketException expected) {
            return 0;
        }
        throw new AssertionError("connected");
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            return taken.getLocalPort();
        }
    }
}
