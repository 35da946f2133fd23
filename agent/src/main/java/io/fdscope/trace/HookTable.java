package io.fdscope.trace;

import io.fdscope.origin.OpenedBy;
import io.fdscope.trace.Operand.Constant;
import io.fdscope.trace.Operand.Parameter;
import io.fdscope.trace.Operand.Top;
import io.fdscope.trace.Where.Caught;
import io.fdscope.trace.Where.Entry;
import io.fdscope.trace.Where.Return;
import io.fdscope.trace.Where.Store;
import io.fdscope.trace.Where.Thrown;
import java.util.ArrayList;
import java.util.List;

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
        Method socket = new Method(NET, "socket", "(" + FAMILY + "Z)" + FD);
        point("creation of a socket", socket.calls(HookCall.OPENED, new Return(), TOP, new Parameter(1)));
        point("failed creation of a socket", socket.calls(HookCall.OPEN_FAILED, new Thrown(), TOP, new Parameter(1)));
        Operand listening = new Constant(OpenedCode.of(OpenedBy.SERVER_SOCKET));
        Method untilJdk24 = new Method(NET, "serverSocket", "(" + FAMILY + "Z)" + FD);
        Method sinceJdk25 = new Method(NET, "serverSocket", "(" + FAMILY + ")" + FD);
        point(
                "creation of a server socket",
                untilJdk24.calls(HookCall.OPENED, new Return(), TOP, listening),
                sinceJdk25.calls(HookCall.OPENED, new Return(), TOP, listening));
        point(
                "failed creation of a server socket",
                untilJdk24.calls(HookCall.OPEN_FAILED, new Thrown(), TOP, listening),
                sinceJdk25.calls(HookCall.OPEN_FAILED, new Thrown(), TOP, listening));
        Operand local = new Constant(OpenedCode.of(OpenedBy.UNIX));
        Method unix = new Method(UNIX_DOMAIN, "socket", "()" + FD);
        point("creation of a unix-domain socket", unix.calls(HookCall.OPENED, new Return(), TOP, local));
        point("failed creation of a unix-domain socket", unix.calls(HookCall.OPEN_FAILED, new Thrown(), TOP, local));
    }

    private void accepting() {
        Operand accepted = new Constant(OpenedCode.of(OpenedBy.ACCEPT));
        Method socket = new Method(SOCKET, "accept", "(Ljava/net/SocketImpl;)V");
        point(
                "accept of a ServerSocket", // What it fills in is its parameter, and the port comes last.
                socket.calls(
                        HookCall.ACCEPTED_FROM,
                        new Store("port"),
                        TOP,
                        new Operand.Field(1, "address", "Ljava/net/InetAddress;"),
                        new Operand.Field(1, "fd", FD)));
        point("failed accept of a ServerSocket", socket.calls(HookCall.OPEN_FAILED, new Thrown(), TOP, accepted));
        Method channel =
                new Method(SERVER_CHANNEL, "finishAccept", "(" + FD + ADDRESS + ")Ljava/nio/channels/SocketChannel;");
        Method attempt = new Method(SERVER_CHANNEL, "implAccept", "(" + FD + FD + "[" + ADDRESS + ")I");
        point(
                "accept of a ServerSocketChannel",
                channel.calls(HookCall.ACCEPTED, new Entry(), new Parameter(1), new Parameter(2)));
        point(
                "failed accept of a ServerSocketChannel",
                attempt.calls(HookCall.ACCEPT_FAILED, new Thrown(), TOP, new Operand.Field(0, "family", FAMILY)));
        final String result = ")Ljava/nio/channels/AsynchronousSocketChannel;";
        Method untilJdk23 = new Method(
                ASYNC_SERVER,
                "finishAccept",
                "(" + FD + INET_ADDRESS + "Ljava/security/AccessControlContext;" + result);
        Method sinceJdk24 = new Method(ASYNC_SERVER, "finishAccept", "(" + FD + INET_ADDRESS + result);
        point(
                "accept of an AsynchronousServerSocketChannel",
                untilJdk23.calls(HookCall.ACCEPTED, new Entry(), new Parameter(1), new Parameter(2)),
                sinceJdk24.calls(HookCall.ACCEPTED, new Entry(), new Parameter(1), new Parameter(2)));
        Method atOnce = new Method(ASYNC_SERVER, "implAccept", "(Ljava/lang/Object;" + HANDLER + ")" + FUTURE);
        Method later = new Method(ASYNC_SERVER, "onEvent", "(IZ)V");
        point(
                "failed accept of an AsynchronousServerSocketChannel",
                atOnce.calls(HookCall.OPEN_FAILED, new Caught(), TOP, accepted));
        point(
                "failed late accept of an AsynchronousServerSocketChannel",
                later.calls(HookCall.OPEN_FAILED, new Caught(), TOP, accepted));
    }

    /** Failures are caught before the JDK closes the socket for them. */
    private void connecting() {
        Method socket = new Method(SOCKET, "connect", "(" + ADDRESS + "I)V");
        Method socketBegins = new Method(SOCKET, "beginConnect", "(Ljava/net/InetAddress;I)" + FD);
        Method socketEnds = new Method(SOCKET, "endConnect", "(" + FD + "Z)V");
        point(
                "begin of a connect of a Socket",
                socketBegins.calls(HookCall.CONNECTING, new Return(), TOP, new Parameter(1), new Parameter(2)));
        point(
                "end of a connect of a Socket",
                socketEnds.calls(HookCall.CONNECTED, new Return(), new Parameter(1), new Parameter(2)));
        fails("connect of a Socket", socket);
        Method channelBegins = new Method(CHANNEL, "beginConnect", "(Z" + ADDRESS + ")V");
        point(
                "begin of a connect of a SocketChannel",
                channelBegins.calls(HookCall.CONNECTING, new Return(), OWN_FD, new Parameter(2), new Constant(0)));
        for (String end : List.of("endConnect", "endFinishConnect")) {
            point(
                    end + " of a SocketChannel",
                    new Method(CHANNEL, end, "(ZZ)V")
                            .calls(HookCall.CONNECTED, new Return(), OWN_FD, new Parameter(2)));
        }
        fails("connect of a SocketChannel", new Method(CHANNEL, "connect", "(" + ADDRESS + ")Z"));
        fails("timed connect of a SocketChannel", new Method(CHANNEL, "blockingConnect", "(" + ADDRESS + "J)V"));
        point(
                "failed finishConnect of a SocketChannel",
                new Method(CHANNEL, "finishConnect", "()Z").calls(HookCall.CONNECT_FAILED, new Caught(), TOP, OWN_FD));
    }

    private void fails(String what, Method connect) {
        point("failed " + what, connect.calls(HookCall.CONNECT_FAILED, new Caught(), TOP, OWN_FD));
        point("refused " + what, connect.calls(HookCall.CONNECT_THREW, new Thrown(), TOP, OWN_FD, new Parameter(1)));
    }

    private void connectingAsynchronously() {
        Method connect =
                new Method(ASYNC_CHANNEL, "implConnect", "(" + ADDRESS + "Ljava/lang/Object;" + HANDLER + ")" + FUTURE);
        point(
                "begin of a connect of an AsynchronousSocketChannel",
                connect.calls(
                        HookCall.CONNECTING, new Store("pendingRemote"), OWN_FD, new Parameter(1), new Constant(0)));
        point(
                "end of a connect of an AsynchronousSocketChannel",
                new Method(ASYNC_CHANNEL, "setConnected", "()V")
                        .calls(HookCall.CONNECTED, new Return(), OWN_FD, new Constant(1)));
        fails("connect of an AsynchronousSocketChannel", connect);
        point(
                "failed late connect of an AsynchronousSocketChannel",
                new Method(ASYNC_CHANNEL, "finishConnect", "(Z)V")
                        .calls(HookCall.CONNECT_FAILED, new Caught(), TOP, OWN_FD));
    }

    private void connectingDatagrams() {
        Method connect =
                new Method(DATAGRAM_CHANNEL, "connect", "(" + ADDRESS + "Z)Ljava/nio/channels/DatagramChannel;");
        point(
                "connect of a datagram socket",
                connect.calls(HookCall.DATAGRAM_CONNECTED, new Return(), OWN_FD, new Parameter(1)));
        point(
                "failed connect of a datagram socket",
                connect.calls(HookCall.DATAGRAM_FAILED, new Thrown(), TOP, OWN_FD, new Parameter(1)));
    }

    private void closing() {
        for (String channel : List.of(CHANNEL, SERVER_CHANNEL, DATAGRAM_CHANNEL)) {
            point(
                    "close of a " + channel.substring(channel.lastIndexOf('/') + 1),
                    new Method(channel, "tryClose", "()Z").calls(HookCall.CLOSED, new Return(), TOP, OWN_FD));
        }
        Place sinceJdk24 = releases("UnixDispatcher");
        point("release of a stream socket", releases("SocketDispatcher"), sinceJdk24);
        point("release of a datagram socket", releases("DatagramDispatcher"), sinceJdk24);
    }

    private static Place releases(String dispatcher) {
        return new Method("sun/nio/ch/" + dispatcher, "close", "(" + FD + ")V")
                .calls(HookCall.RELEASING, new Entry(), new Parameter(1));
    }

    private void point(String name, Place... places) {
        points.add(new HookPoint(name, List.of(places)));
    }

    private record Method(String owner, String name, String descriptor) {
        Place calls(HookCall call, Where where, Operand... operands) {
            return new Place(owner, name, descriptor, new Place.Hook(where, call, List.of(operands)));
        }
    }
}
