package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.origin.SocketListener;
import io.fdscope.sample.Sample;
import org.junit.jupiter.api.Test;

class SocketEventsTest {
    @Test
    void listensOnlyWhileTheEventsAreRegistered() {
        SocketEvents events = new SocketEvents(() -> Sample.NONE);
        assertThat(events.isListening()).isFalse();
        events.setLive(true);
        assertThat(events.isListening()).isTrue();
        events.setLive(false);
        assertThat(events.isListening()).isFalse();
        assertThat(SocketListener.NONE.isListening()).isFalse();
    }
}
