package io.fdscope.examples.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.example.leak.AcceptedKept;
import org.example.leak.AcceptedReset;
import org.example.leak.AsynchronousConnect;
import org.example.leak.BoundChannel;
import org.example.leak.BoundDatagrams;
import org.example.leak.CloseWait;
import org.example.leak.ClosedByBoth;
import org.example.leak.ConnectedKept;
import org.example.leak.DruidConnections;
import org.example.leak.FailedBind;
import org.example.leak.FailedBindKept;
import org.example.leak.FailedServerBind;
import org.example.leak.HalfClosed;
import org.example.leak.HttpResponses;
import org.example.leak.ListeningKept;
import org.example.leak.NettyChannels;
import org.example.leak.ResetByPeer;
import org.example.leak.SelectorHeldClose;
import org.example.leak.TomcatServlet;
import org.example.leak.UnboundDatagrams;
import org.example.leak.UnconnectedChannel;
import org.example.leak.UnconnectedSocket;
import org.example.leak.UnfinishedConnect;
import org.example.leak.UnixAccepted;
import org.example.leak.UnixDomain;
import org.example.leak.UnresolvedAddress;
import org.example.leak.VirtualThreads;

/** The ways to lose a socket; each with its program, its remote end, and what is true of the sockets lost. */
enum LeakKind {
    UNCONNECTED_SOCKET(UnconnectedSocket.class, Manner.KEEPS, Shown.UNIDENTIFIED, "neverConnected"),
    /** Garbage, which nobody collects here. */
    FAILED_BIND(FailedBind.class, Manner.KEEPS, Shown.UNIDENTIFIED, "neverConnected"),
    FAILED_BIND_KEPT(FailedBindKept.class, Manner.KEEPS, Shown.UNIDENTIFIED, "neverConnected"),
    UNCONNECTED_CHANNEL(UnconnectedChannel.class, Manner.KEEPS, Shown.UNIDENTIFIED, "neverConnected"),
    BOUND_CHANNEL(BoundChannel.class, Manner.KEEPS, Shown.UNIDENTIFIED, "boundOnly"),
    /** The kernel has never heard of that connect. */
    UNRESOLVED_ADDRESS(UnresolvedAddress.class, Manner.KEEPS, Shown.UNIDENTIFIED, "connectFailed") {
        @Override
        List<String> causes() {
            return List.of("connectFailed", "neverConnected");
        }
    },
    UNFINISHED_CONNECT(UnfinishedConnect.class, Manner.KEEPS, Shown.UNIDENTIFIED, "connectFailed"),
    RESET_BY_PEER(ResetByPeer.class, Manner.RESETS, Shown.UNIDENTIFIED, "reset"),
    CLOSED_BY_BOTH(ClosedByBoth.class, Manner.CLOSES, Shown.UNIDENTIFIED, "connectionOver"),
    CLOSE_WAIT(CloseWait.class, Manner.CLOSES, Shown.CLOSE_WAIT, "closeWait"),
    HALF_CLOSED(HalfClosed.class, Manner.KEEPS, Shown.FIN_WAIT2, "halfClosed"),
    CONNECTED(ConnectedKept.class, Manner.KEEPS, Shown.ESTABLISHED, "connectedNotClosed"),
    FAILED_SERVER_BIND(FailedServerBind.class, Manner.KEEPS, Shown.UNIDENTIFIED, "neverConnected"),
    LISTENING(ListeningKept.class, Manner.KEEPS, Shown.LISTEN, "listeningNotClosed"),
    HELD_BY_SELECTOR(SelectorHeldClose.class, Manner.CLOSES, Shown.UNIDENTIFIED, "heldAfterClose"),
    ACCEPTED(AcceptedKept.class, Manner.CALLS_AND_KEEPS, Shown.ESTABLISHED, "acceptedNotClosed"),
    ACCEPTED_RESET(AcceptedReset.class, Manner.CALLS_AND_RESETS, Shown.UNIDENTIFIED, "reset"),
    UNIX_ACCEPTED(UnixAccepted.class, Manner.CALLS_AND_KEEPS, Shown.UNIX, "unixNotClosed"),
    UNBOUND_DATAGRAM(UnboundDatagrams.class, Manner.KEEPS, Shown.UNIDENTIFIED, "datagramNotClosed"),
    BOUND_DATAGRAM(BoundDatagrams.class, Manner.KEEPS, Shown.UDP, "datagramNotClosed"),
    ASYNCHRONOUS(AsynchronousConnect.class, Manner.KEEPS, Shown.ESTABLISHED, "connectedNotClosed"),
    UNIX_DOMAIN(UnixDomain.class, Manner.KEEPS, Shown.UNIX, "unixNotClosed") {
        @Override
        Peer peer(Path folder) throws IOException {
            return Peer.onUnix(Manner.KEEPS, folder.resolve("peer"));
        }
    },
    VIRTUAL_THREADS(VirtualThreads.class, Manner.KEEPS, Shown.ESTABLISHED, "connectedNotClosed") {
        @Override
        boolean isPossible() {
            return Runtime.version().feature() >= 21;
        }
    },
    /** Garbage, as in the incident. */
    DRUID_AND_CONNECTOR_J(DruidConnections.class, Manner.KEEPS, Shown.UNIDENTIFIED, "neverConnected") {
        @Override
        String frame() throws IOException {
            return DriverFrame.ofSocketsCreation();
        }
    },
    APACHE_HTTP_CLIENT(HttpResponses.class, Manner.ANSWERS, Shown.ESTABLISHED, "connectedNotClosed"),
    NETTY(NettyChannels.class, Manner.KEEPS, Shown.ESTABLISHED, "connectedNotClosed"),
    TOMCAT_SERVLET(TomcatServlet.class, Manner.KEEPS, Shown.ESTABLISHED, "connectedNotClosed");

    private final Class<?> program;
    private final Manner manner;
    private final Shown shown;
    private final String cause;

    /** @param cause label of SuspectCause */
    LeakKind(Class<?> program, Manner manner, Shown shown, String cause) {
        this.program = program;
        this.manner = manner;
        this.shown = shown;
        this.cause = cause;
    }

    /** Those that the JDK of this test has. */
    static Stream<LeakKind> possible() {
        return Arrays.stream(values()).filter(LeakKind::isPossible);
    }

    boolean isPossible() {
        return true;
    }

    Class<?> program() {
        return program;
    }

    /** How lsof shows the sockets lost. */
    Shown shown() {
        return shown;
    }

    /** Labels of SuspectCause, any of which is right. */
    List<String> causes() {
        return List.of(cause);
    }

    /** Opens the remote end; files that it needs come into {@code folder}. */
    Peer peer(Path folder) throws IOException {
        return Peer.that(manner);
    }

    /** The frame to blame: {@code class.method(file:line)}. */
    String frame() throws IOException {
        return LeakLine.in(program).frame();
    }
}
