package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which Java creates, accepts, connects and closes sockets, in a JVM that verifies all its classes. */
@EnabledOnOs(OS.LINUX)
class HookedApisTest {
    private static final String CONNECTED = """
            opened 1 serverSocket
            opened 2 socket
            connect 2 PENDING localhost:PORT (127.0.0.1)
            connect 2 SUCCEEDED localhost:PORT (127.0.0.1)
            opened 3 accept
            connect 3 SUCCEEDED 127.0.0.1:PORT (127.0.0.1)
            released 3
            released 2
            released 1
            """;
    /** Those whose address came from the server's channel have no name. */
    private static final String CONNECTED_BY_ADDRESS = CONNECTED.replace("localhost", "127.0.0.1");

    private static final String REFUSED = """
            opened 1 socket
            opened 2 socket
            connect 2 PENDING localhost:PORT (127.0.0.1)
            connect 2 FAILED localhost:PORT (127.0.0.1): java.net.ConnectException: Connection refused
            released 2
            released 1
            """;

    @TempDir
    private static Path folder;

    private static ForkedProcess jvm;

    @BeforeAll
    static void start() throws IOException {
        jvm = new TracedJvm(folder).start(TraceHost.class);
        assertThat(jvm.await("active")).endsWith("missing []");
    }

    @AfterAll
    static void nothingFailed() throws IOException {
        assertThat(jvm.end()).isZero();
        assertThat(jvm.heard()).last().isEqualTo("faults {}");
    }

    @Test
    void socket() throws IOException {
        assertThat(play("socket")).isEqualTo(CONNECTED);
    }

    @Test
    void socketThatConnectsAndAcceptsWithinATime() throws IOException {
        assertThat(play("socketWithTimeout")).isEqualTo(CONNECTED);
    }

    @Test
    void socketThatNeverConnects() throws IOException {
        assertThat(play("unconnectedSocket")).isEqualTo("""
                opened 1 socket
                released 1
                """);
    }

    @Test
    void socketThatIsRefused() throws IOException {
        assertThat(play("refusedSocket")).isEqualTo(REFUSED);
    }

    @Test
    void socketWhoseHostHasNoAddress() throws IOException {
        assertThat(play("unresolvedSocket")).isEqualTo("""
                opened 1 socket
                connect 1 FAILED nowhere.invalid:PORT (): java.net.UnknownHostException: nowhere.invalid
                released 1
                """);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void socketsOfVirtualThreads() throws IOException {
        assertThat(play("socketOnVirtualThread")).isEqualTo(CONNECTED);
    }

    @Test
    void channel() throws IOException {
        assertThat(play("channel")).isEqualTo(CONNECTED_BY_ADDRESS);
    }

    @Test
    void socketsThatAreChannelsUnderneath() throws IOException {
        assertThat(play("channelAdaptors")).isEqualTo(CONNECTED);
    }

    @Test
    void channelThatIsRefused() throws IOException {
        assertThat(play("refusedChannel")).isEqualTo(REFUSED);
    }

    @Test
    void channelWhoseHostHasNoAddress() throws IOException {
        assertThat(play("unresolvedChannel")).isEqualTo("""
                opened 1 socket
                connect 1 FAILED nowhere.invalid:PORT (): java.nio.channels.UnresolvedAddressException
                released 1
                """);
    }

    @Test
    void channelThatDoesNotBlock() throws IOException {
        assertThat(play("nonBlockingChannel")).isEqualTo(CONNECTED_BY_ADDRESS);
    }

    @Test
    void channelThatDoesNotBlockAndIsRefused() throws IOException {
        assertThat(play("nonBlockingRefused")).isEqualTo(REFUSED);
    }

    @Test
    void channelThatIsClosedBeforeTheOutcomeIsKnown() throws IOException {
        assertThat(play("abandonedConnect"))
                .isEqualTo(REFUSED.replace(": java.net.ConnectException: Connection refused", ""));
    }

    @Test
    void channelThatASelectorHoldsAfterItsClose() throws IOException {
        assertThat(play("heldBySelector")).isEqualTo("""
                opened 1 serverSocket
                opened 2 socket
                connect 2 PENDING 127.0.0.1:PORT (127.0.0.1)
                connect 2 SUCCEEDED 127.0.0.1:PORT (127.0.0.1)
                held 2
                released 2
                released 1
                """);
    }

    @Test
    void unixDomainChannels() throws IOException {
        assertThat(play("unixDomain")).isEqualTo("""
                opened 1 unix
                opened 2 unix
                connect 2 PENDING /here ()
                connect 2 SUCCEEDED /here ()
                opened 3 unixAccept
                connect 3 SUCCEEDED  ()
                released 3
                released 2
                released 1
                """);
    }

    @Test
    void asynchronousChannels() throws IOException {
        assertThat(play("asynchronous")).isEqualTo(CONNECTED_BY_ADDRESS);
    }

    @Test
    void asynchronousAcceptThatWaitsForAConnection() throws IOException {
        assertThat(play("asynchronousAcceptFirst").lines())
                .containsExactlyInAnyOrderElementsOf(CONNECTED.lines().toList());
    }

    @Test
    void asynchronousChannelThatIsRefused() throws IOException {
        assertThat(play("asynchronousRefused")).isEqualTo(REFUSED);
    }

    @Test
    void datagramSocketsAndChannels() throws IOException {
        assertThat(play("datagrams")).isEqualTo("""
                opened 1 datagram
                opened 2 datagram
                opened 3 datagram
                connect 3 SUCCEEDED localhost:PORT (127.0.0.1)
                released 3
                released 2
                released 1
                """);
    }

    @Test
    void datagramChannelThatCannotConnect() throws IOException {
        assertThat(play("datagramThatCannotConnect")).isEqualTo("""
                opened 1 datagram
                connect 1 FAILED localhost (127.0.0.1): java.net.SocketException: Can't connect to port 0
                released 1
                """);
    }

    @Test
    void socketsThatAreDropped() throws IOException {
        assertThat(play("droppedSocket")).isEqualTo("""
                opened 1 socket
                released 1 by the cleaner
                """);
    }

    private static String play(String scenario) throws IOException {
        jvm.send(scenario);
        List<String> lines = jvm.until(".");
        return String.join("\n", lines) + "\n";
    }
}
