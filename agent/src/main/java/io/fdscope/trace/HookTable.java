package io.fdscope.trace;

import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookedMethod;
import io.fdscope.hook.Operand;
import io.fdscope.hook.Operand.Constant;
import io.fdscope.hook.Operand.Parameter;
import io.fdscope.hook.Operand.Top;
import io.fdscope.hook.Place;
import io.fdscope.hook.Where;
import io.fdscope.hook.Where.Caught;
import io.fdscope.hook.Where.Entry;
import io.fdscope.hook.Where.Return;
import io.fdscope.hook.Where.Store;
import io.fdscope.hook.Where.Thrown;
import io.fdscope.origin.OpenedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The narrow places through which all sockets of Java come and go, on JDK 17 to 25. Every hook of a method sees the
 * descriptor while its number still belongs to the socket: after the kernel gave it, before the kernel takes it back.
 *
 * <p>Here and in all that premain runs: no lambda and no stream, because the JVM makes the code for each at its
 * first use, and for {@code +} between strings too, were it not compiled inline. They cost 130 ms of 250.
 */
final class HookTable {
    private static final String NET = "sun/nio/ch/Net";
    private static final String UNIX_DOMAIN = "sun/nio/ch/UnixDomainSockets";
    private static final String SOCKET = "sun/nio/ch/NioSocketImpl";
    private static final String CHANNEL = "sun/nio/ch/SocketChannelImpl";
    private static final String SERVER_CHANNEL = "sun/nio/ch/ServerSocketChannelImpl";
    private static final String DATAGRAM_CHANNEL = "sun/nio/ch/DatagramChannelImpl";
    private static final String ASYNC_CHANNEL = "sun/nio/ch/UnixAsynchronousSocketChannelImpl";
    private static final String ASYNC_SERVER = "sun/nio/ch/UnixAsynchronousServerSocketChannelImpl";

    private static final String FD = "Ljava/io/FileDescriptor;";
    private static final String ADDRESS = "Ljava/net/SocketAddress;";
    private static final String INET_ADDRESS = "Ljava/net/InetSocketAddress;";
    private static final String FAMILY = "Ljava/net/ProtocolFamily;";
    private static final String HANDLER = "Ljava/nio/channels/CompletionHandler;";
    private static final String FUTURE = "Ljava/util/concurrent/Future;";

    private static final Where CAUGHT = new Caught(Set.of("java/io/IOException", "java/lang/Throwable"));
    private static final Operand TOP = new Top();
    private static final Operand OWN_FD = new Operand.Field(0, "fd", FD);

    private final List<HookPoint> points = new ArrayList<>();

    private HookTable() {
        opening();
        accepting();
        connecting();
        connectingAsynchronously();
        connectingDatagrams();
        closing();
    }

    static List<HookPoint> points() {
        return List.copyOf(new HookTable().points);
    }

    private void opening() {
        HookedMethod socket = new HookedMethod(NET, "socket", "(" + FAMILY + "Z)" + FD);
        point("creation of a socket", socket.calls(SocketCall.OPENED, new Return(), TOP, new Parameter(1)));
        point("failed creation of a socket", socket.calls(SocketCall.OPEN_FAILED, new Thrown(), TOP, new Parameter(1)));
        Operand listening = new Constant(OpenedCode.of(OpenedBy.SERVER_SOCKET));
        HookedMethod untilJdk24 = new HookedMethod(NET, "serverSocket", "(" + FAMILY + "Z)" + FD);
        HookedMethod sinceJdk25 = new HookedMethod(NET, "serverSocket", "(" + FAMILY + ")" + FD);
        point(
                "creation of a server socket",
                untilJdk24.calls(SocketCall.OPENED, new Return(), TOP, listening),
                sinceJdk25.calls(SocketCall.OPENED, new Return(), TOP, listening));
        point(
                "failed creation of a server socket",
                untilJdk24.calls(SocketCall.OPEN_FAILED, new Thrown(), TOP, listening),
                sinceJdk25.calls(SocketCall.OPEN_FAILED, new Thrown(), TOP, listening));
        Operand local = new Constant(OpenedCode.of(OpenedBy.UNIX));
        HookedMethod unix = new HookedMethod(UNIX_DOMAIN, "socket", "()" + FD);
        point("creation of a unix-domain socket", unix.calls(SocketCall.OPENED, new Return(), TOP, local));
        point("failed creation of a unix-domain socket", unix.calls(SocketCall.OPEN_FAILED, new Thrown(), TOP, local));
    }

    private void accepting() {
        Operand accepted = new Constant(OpenedCode.of(OpenedBy.ACCEPT));
        HookedMethod socket = new HookedMethod(SOCKET, "accept", "(Ljava/net/SocketImpl;)V");
        point(
                "accept of a ServerSocket", // What it fills in is its parameter, and the port comes last.
                socket.calls(
                        SocketCall.ACCEPTED_FROM,
                        new Store("port"),
                        TOP,
                        new Operand.Field(1, "address", "Ljava/net/InetAddress;"),
                        new Operand.Field(1, "fd", FD)));
        point("failed accept of a ServerSocket", socket.calls(SocketCall.OPEN_FAILED, new Thrown(), TOP, accepted));
        HookedMethod channel = new HookedMethod(
                SERVER_CHANNEL, "finishAccept", "(" + FD + ADDRESS + ")Ljava/nio/channels/SocketChannel;");
        HookedMethod attempt = new HookedMethod(SERVER_CHANNEL, "implAccept", "(" + FD + FD + "[" + ADDRESS + ")I");
        point(
                "accept of a ServerSocketChannel",
                channel.calls(SocketCall.ACCEPTED, new Entry(), new Parameter(1), new Parameter(2)));
        point(
                "failed accept of a ServerSocketChannel",
                attempt.calls(SocketCall.ACCEPT_FAILED, new Thrown(), TOP, new Operand.Field(0, "family", FAMILY)));
        final String result = ")Ljava/nio/channels/AsynchronousSocketChannel;";
        HookedMethod untilJdk23 = new HookedMethod(
                ASYNC_SERVER,
                "finishAccept",
                "(" + FD + INET_ADDRESS + "Ljava/security/AccessControlContext;" + result);
        HookedMethod sinceJdk24 = new HookedMethod(ASYNC_SERVER, "finishAccept", "(" + FD + INET_ADDRESS + result);
        point(
                "accept of an AsynchronousServerSocketChannel",
                untilJdk23.calls(SocketCall.ACCEPTED, new Entry(), new Parameter(1), new Parameter(2)),
                sinceJdk24.calls(SocketCall.ACCEPTED, new Entry(), new Parameter(1), new Parameter(2)));
        HookedMethod atOnce =
                new HookedMethod(ASYNC_SERVER, "implAccept", "(Ljava/lang/Object;" + HANDLER + ")" + FUTURE);
        HookedMethod later = new HookedMethod(ASYNC_SERVER, "onEvent", "(IZ)V");
        point(
                "failed accept of an AsynchronousServerSocketChannel",
                atOnce.calls(SocketCall.OPEN_FAILED, CAUGHT, TOP, accepted));
        point(
                "failed late accept of an AsynchronousServerSocketChannel",
                later.calls(SocketCall.OPEN_FAILED, CAUGHT, TOP, accepted));
    }

    /** Failures are caught before the JDK closes the socket for them. */
    private void connecting() {
        HookedMethod socket = new HookedMethod(SOCKET, "connect", "(" + ADDRESS + "I)V");
        HookedMethod socketBegins = new HookedMethod(SOCKET, "beginConnect", "(Ljava/net/InetAddress;I)" + FD);
        HookedMethod socketEnds = new HookedMethod(SOCKET, "endConnect", "(" + FD + "Z)V");
        point(
                "begin of a connect of a Socket",
                socketBegins.calls(SocketCall.CONNECTING, new Return(), TOP, new Parameter(1), new Parameter(2)));
        point(
                "end of a connect of a Socket",
                socketEnds.calls(SocketCall.CONNECTED, new Return(), new Parameter(1), new Parameter(2)));
        fails("connect of a Socket", socket);
        HookedMethod channelBegins = new HookedMethod(CHANNEL, "beginConnect", "(Z" + ADDRESS + ")V");
        point(
                "begin of a connect of a SocketChannel",
                channelBegins.calls(SocketCall.CONNECTING, new Return(), OWN_FD, new Parameter(2), new Constant(0)));
        for (String end : List.of("endConnect", "endFinishConnect")) {
            point(
                    end + " of a SocketChannel",
                    new HookedMethod(CHANNEL, end, "(ZZ)V")
                            .calls(SocketCall.CONNECTED, new Return(), OWN_FD, new Parameter(2)));
        }
        fails("connect of a SocketChannel", new HookedMethod(CHANNEL, "connect", "(" + ADDRESS + ")Z"));
        fails("timed connect of a SocketChannel", new HookedMethod(CHANNEL, "blockingConnect", "(" + ADDRESS + "J)V"));
        point(
                "failed finishConnect of a SocketChannel",
                new HookedMethod(CHANNEL, "finishConnect", "()Z")
                        .calls(SocketCall.CONNECT_FAILED, CAUGHT, TOP, OWN_FD));
    }

    private void fails(String what, HookedMethod connect) {
        point("failed " + what, connect.calls(SocketCall.CONNECT_FAILED, CAUGHT, TOP, OWN_FD));
        point("refused " + what, connect.calls(SocketCall.CONNECT_THREW, new Thrown(), TOP, OWN_FD, new Parameter(1)));
    }

    private void connectingAsynchronously() {
        HookedMethod connect = new HookedMethod(
                ASYNC_CHANNEL, "implConnect", "(" + ADDRESS + "Ljava/lang/Object;" + HANDLER + ")" + FUTURE);
        point(
                "begin of a connect of an AsynchronousSocketChannel",
                connect.calls(
                        SocketCall.CONNECTING, new Store("pendingRemote"), OWN_FD, new Parameter(1), new Constant(0)));
        point(
                "end of a connect of an AsynchronousSocketChannel",
                new HookedMethod(ASYNC_CHANNEL, "setConnected", "()V")
                        .calls(SocketCall.CONNECTED, new Return(), OWN_FD, new Constant(1)));
        fails("connect of an AsynchronousSocketChannel", connect);
        point(
                "failed late connect of an AsynchronousSocketChannel",
                new HookedMethod(ASYNC_CHANNEL, "finishConnect", "(Z)V")
                        .calls(SocketCall.CONNECT_FAILED, CAUGHT, TOP, OWN_FD));
    }

    private void connectingDatagrams() {
        HookedMethod connect =
                new HookedMethod(DATAGRAM_CHANNEL, "connect", "(" + ADDRESS + "Z)Ljava/nio/channels/DatagramChannel;");
        point(
                "connect of a datagram socket",
                connect.calls(SocketCall.DATAGRAM_CONNECTED, new Return(), OWN_FD, new Parameter(1)));
        point(
                "failed connect of a datagram socket",
                connect.calls(SocketCall.DATAGRAM_FAILED, new Thrown(), TOP, OWN_FD, new Parameter(1)));
    }

    private void closing() {
        for (String channel : List.of(CHANNEL, SERVER_CHANNEL, DATAGRAM_CHANNEL)) {
            point(
                    "close of a " + channel.substring(channel.lastIndexOf('/') + 1),
                    new HookedMethod(channel, "tryClose", "()Z").calls(SocketCall.CLOSED, new Return(), TOP, OWN_FD));
        }
        Place sinceJdk24 = releases("UnixDispatcher");
        point("release of a stream socket", releases("SocketDispatcher"), sinceJdk24);
        point("release of a datagram socket", releases("DatagramDispatcher"), sinceJdk24);
    }

    private static Place releases(String dispatcher) {
        return new HookedMethod("sun/nio/ch/" + dispatcher, "close", "(" + FD + ")V")
                .calls(SocketCall.RELEASING, new Entry(), new Parameter(1));
    }

    private void point(String name, Place... places) {
        points.add(new HookPoint(name, List.of(places)));
    }
}
