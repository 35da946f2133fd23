package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code struct sockaddr_un} as {@code getsockname(2)} leaves it in a buffer that has held longer ones before. */
class SocketAddressTest {
    private static final int AT = 8;
    private static final short AF_UNIX = 1;
    private static final short AF_INET = 2;

    private final ByteBuffer buffer = ByteBuffer.allocate(256)
            .order(ByteOrder.nativeOrder())
            .put("x".repeat(256).getBytes(StandardCharsets.UTF_8));

    private String path(short family, String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        buffer.putShort(AT, family).put(AT + 2, bytes);
        return SocketAddress.path(buffer, AT, 2 + bytes.length);
    }

    @Test
    void aPathEndsWithItsZero() {
        assertThat(path(AF_UNIX, "/run/größe\0")).isEqualTo("/run/größe");
    }

    @Test
    void aPathThatTakesAllTheRoomHasNoZero() {
        String longest = "/" + "a".repeat(107);

        assertThat(path(AF_UNIX, longest)).isEqualTo(longest);
    }

    @Test
    void whatIsBoundToNoPathHasNone() {
        assertThat(path(AF_UNIX, "")).isEmpty();
        assertThat(path(AF_UNIX, "\0abstract")).isEmpty();
        assertThat(path(AF_INET, "/run/a\0")).isEmpty();
    }
}
