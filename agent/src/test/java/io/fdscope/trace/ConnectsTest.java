package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.ConnectAttempt.Outcome;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
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
        assertThat(to(new InetSocketAddress(named, 3306)).pending())
                .isEqualTo(new ConnectAttempt("db-1", "10.0.0.7", 3306, -1, Outcome.PENDING, ""));
        assertThat(Connecting.to(named, 3306, descriptor, null).pending().endpoint())
                .isEqualTo("db-1:3306");
        InetAddress unnamed = InetAddress.getByAddress(new byte[] {10, 0, 0, 7});
        assertThat(to(new InetSocketAddress(unnamed, 3306)).pending().host()).isEqualTo("10.0.0.7");
        assertThat(to(UnixDomainSocketAddress.of("/run/db")).pending())
                .isEqualTo(new ConnectAttempt("/run/db", "", 0, -1, Outcome.PENDING, ""));
        assertThat(to(InetSocketAddress.createUnresolved("nowhere", 1)).pending())
                .isEqualTo(new ConnectAttempt("nowhere", "", 1, -1, Outcome.PENDING, ""));
    }

    private Connecting to(Object remote) {
        return Connecting.to(remote, 0, descriptor, null);
    }
}
