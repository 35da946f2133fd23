package io.fdscope.examples.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The remote end of one program, outside of its JVM. One thread serves all connections; closing it closes them.
 */
final class Peer implements AutoCloseable {
    private static final String HTTP_ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final Manner manner;
    private final ServerSocketChannel listening;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final Thread thread = new Thread(this::serve, "peer");
    private volatile boolean open = true;

    private Peer(Manner manner, ServerSocketChannel listening) throws IOException {
        this.manner = manner;
        this.listening = listening;
        listening.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
    }

    /** On a port of the loopback interface. */
    static Peer that(Manner manner) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 400);
        return new Peer(manner, listening);
    }

    /** On a unix-domain socket, with a path that does not exist yet. */
    static Peer onUnix(Manner manner, Path path) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(path), 400);
        return new Peer(manner, listening);
    }

    /** Its port or path. */
    String address() throws IOException {
        SocketAddress address = listening.getLocalAddress();
        return address instanceof InetSocketAddress tcp ? Integer.toString(tcp.getPort()) : address.toString();
    }

    private void serve() {
        try (selector;
                listening) {
            while (open) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            welcome(listening.accept(), manner);
        } else {
            SocketChannel channel = (SocketChannel) key.channel();
            boolean ended = read(channel) < 0;
            buffer.flip();
            if (ended && key.attachment() != Manner.CLOSES) {
                key.interestOps(0);
            } else {
                treat(channel, (Manner) key.attachment());
            }
        }
    }

    private int read(SocketChannel channel) {
        try {
            return channel.read(buffer.clear());
        } catch (IOException reset) {
            return -1;
        }
    }

    private void welcome(SocketChannel channel, Manner treatment) throws IOException {
        channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, treatment);
    }

    private void treat(SocketChannel channel, Manner treatment) throws IOException {
        switch (treatment) {
            case KEEPS -> {}
            case CLOSES -> channel.close();
            case RESETS -> channel.setOption(StandardSocketOptions.SO_LINGER, 0).close();
            case ANSWERS -> channel.write(StandardCharsets.US_ASCII.encode(HTTP_ANSWER));
            case CALLS_AND_KEEPS -> call(Manner.KEEPS);
            case CALLS_AND_RESETS -> call(Manner.RESETS);
        }
    }

    private void call(Manner treatment) throws IOException {
        for (String address : StandardCharsets.UTF_8.decode(buffer).toString().split("\n", -1)) {
            if (address.startsWith("/")) {
                welcome(SocketChannel.open(UnixDomainSocketAddress.of(address)), treatment);
            } else if (!address.isEmpty()) {
                welcome(SocketChannel.open(loopback(Integer.parseInt(address))), treatment);
            }
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
    }
}
