package io.fdscope.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EndpointTest {
    @Test
    void endpointsReadAsUsersWriteThem() {
        assertThat(new Endpoint(0, Endpoint.mapped(0x7f000001), 80)).hasToString("127.0.0.1:80");
        assertThat(new Endpoint(0, Endpoint.mapped(0xc0000201), 0)).hasToString("192.0.2.1:0");
        assertThat(new Endpoint(0, 1, 443)).hasToString("[0:0:0:0:0:0:0:1]:443");
        assertThat(new Endpoint(0x20010db8L << 32, 1, 443)).hasToString("[2001:db8:0:0:0:0:0:1]:443");
        assertThat(new Endpoint(0, 0, 8080)).hasToString("*:8080");
        assertThat(new Endpoint(0, Endpoint.mapped(0), 8080)).hasToString("*:8080");
        assertThat(Endpoint.NONE).hasToString("");
    }

    @Test
    void portOutOfRangeIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Endpoint(0, 0, 65_536))
                .withMessage("port out of range: 65536");
    }

    /** The columns hold ordinals in bytes, and labels are keys of maps, tags and fields. */
    @Test
    void enumsFitTheirColumnsAndTheirLabelsAreDistinct() {
        assertThat(DescriptorKind.values()).hasSizeLessThan(127);
        assertThat(SocketState.values()).hasSizeLessThan(127);
        assertThat(Arrays.stream(DescriptorKind.values()).map(DescriptorKind::label))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Protocol.values()).map(Protocol::label)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(SocketGroup.values()).map(SocketGroup::label)).doesNotHaveDuplicates();
    }

    @Test
    void groupsAddUpToTheWhole() {
        TableUpdate update = DescriptorTable.empty(0).update();
        for (DescriptorKind kind : DescriptorKind.values()) {
            update.present(kind.ordinal(), kind, kind.ordinal(), 0);
        }
        for (SocketState state : SocketState.values()) {
            update.present(100 + state.ordinal(), DescriptorKind.SOCKET, 100, 0);
            update.socket(100 + state.ordinal(), Protocol.UNKNOWN, state, new EndpointPair());
        }
        Census census = Census.of(update.build());
        int byGroup =
                Arrays.stream(DescriptorGroup.values()).mapToInt(census::count).sum();
        int bySocketGroup = Arrays.stream(SocketGroup.values())
                .filter(group -> group != SocketGroup.UDP_UNBOUND)
                .mapToInt(census::count)
                .sum();
        assertThat(byGroup).isEqualTo(census.total());
        assertThat(bySocketGroup)
                .as("unbound UDP is a part of the unidentified")
                .isEqualTo(census.sockets());
        assertThat(census.count(SocketGroup.UNIDENTIFIED)).isEqualTo(2).isEqualTo(census.unidentified());
        assertThat(census.count(SocketGroup.UDP_UNBOUND)).isEqualTo(1);
        assertThat(census.kinds().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(census.total());
        assertThat(census.socketStates()).hasSize(SocketGroup.values().length);
    }
}
