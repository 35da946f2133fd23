package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.ConnectAttempt.Outcome;
import io.fdscope.origin.RemoteEnd;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectsTest {
    private final Connects connects = new Connects();
    private final FileDescriptor descriptor = new FileDescriptor();

    @Test
    void aConnectEndsOnce() {
        Connecting connecting = to(new InetSocketAddress(80));
        connects.begin(5, connecting);
        assertThat(connects.end(5, descriptor)).isSameAs(connecting);
        assertThat(connects.end(5, descriptor)).isNull();
    }

    @Test
    void aLaterSocketWithTheSameNumberDoesNotEndIt() {
        Connecting connecting = to(new InetSocketAddress(80));
        connects.begin(5, connecting);
        assertThat(connects.end(5, new FileDescriptor())).isNull();
        assertThat(connects.end(5, descriptor)).isSameAs(connecting);
    }

    @Test
    void numbersBeyondItsBoundAreLeftOut() {
        connects.begin(1 << 20, to(new InetSocketAddress(80)));
        assertThat(connects.end(1 << 20, descriptor)).isNull();
        assertThat(connects.end(-1, descriptor)).isNull();
    }

    @Test
    void theHostIsWhatTheApplicationGave() throws UnknownHostException {
        InetAddress named = InetAddress.getByAddress("db-1", new byte[] {10, 0, 0, 7});
        assertThat(words(to(new InetSocketAddress(named, 3306)))).containsExactly("db-1", "10.0.0.7", "db-1:3306");
        assertThat(words(Connecting.to(named, 3306, descriptor, null)))
                .containsExactly("db-1", "10.0.0.7", "db-1:3306");
        InetAddress unnamed = InetAddress.getByAddress(new byte[] {10, 0, 0, 7});
        assertThat(words(to(new InetSocketAddress(unnamed, 3306))))
                .containsExactly("10.0.0.7", "10.0.0.7", "10.0.0.7:3306");
        assertThat(words(to(UnixDomainSocketAddress.of("/run/db")))).containsExactly("/run/db", "", "/run/db");
        assertThat(words(to(InetSocketAddress.createUnresolved("nowhere", 1))))
                .containsExactly("nowhere", "", "nowhere:1");
    }

    @Test
    void aConnectIsUnderWayUntilItsEnd() {
        ConnectAttempt pending = to(new InetSocketAddress(80)).pending();
        assertThat(pending.outcome()).isEqualTo(Outcome.PENDING);
        assertThat(pending.durationNanos()).isEqualTo(-1);
        ConnectAttempt ended = pending.ended(Outcome.FAILED, "refused");
        assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.failure()).isEqualTo("refused");
        assertThat(ended.durationNanos()).isNotNegative();
        assertThat(ended.remote()).isEqualTo(pending.remote());
    }

    private static List<String> words(Connecting connecting) {
        RemoteEnd remote = connecting.pending().remote();
        return List.of(remote.host(), remote.address(), remote.endpoint());
    }

    private Connecting to(Object remote) {
        return Connecting.to(remote, 0, descriptor, null);
    }
}
