package io.fdscope.probe;

import static io.fdscope.probe.FakeCalls.ANOTHER;
import static io.fdscope.probe.FakeCalls.CONNECTED;
import static io.fdscope.probe.FakeCalls.FD;
import static io.fdscope.probe.FakeCalls.NEVER_CONNECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long and how often a socket is looked at before it counts as unidentified. */
class FreshSocketsTest {
    private static final int ROUNDS = 4;
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(12);

    private final FakeCalls calls = new FakeCalls(NEVER_CONNECTED);
    private final TableUpdate update = DescriptorTable.empty(0).update();
    private long now;
    private long pauseNanos = TimeUnit.MILLISECONDS.toNanos(3);
    private int pauses;
    private final FreshSockets fresh = new FreshSockets(calls, new SocketLook(calls), () -> now, this::pause);

    static IntStream questions() {
        return IntStream.rangeClosed(1, 2 * ROUNDS);
    }

    @BeforeEach
    void seeItUnidentified() {
        update.present(FD, DescriptorKind.SOCKET, NEVER_CONNECTED.inode(), 0);
        update.socket(FD, Protocol.TCP, SocketState.UNIDENTIFIED, new EndpointPair());
        fresh.add(FD);
    }

    @Test
    void aSocketThatStaysSoIsUnidentified() {
        assertThat(fresh.confirm(update)).isZero();
        assertThat(update.state(FD)).isEqualTo(SocketState.UNIDENTIFIED);
        assertThat(pauses).isEqualTo(ROUNDS);
    }

    @Test
    void aPauseThatEndsLateSavesNoRound() {
        pauseNanos = TimeUnit.SECONDS.toNanos(1);
        fresh.confirm(update);
        assertThat(pauses).isEqualTo(ROUNDS);
    }

    @Test
    void pausesThatAreCutShortSaveNoTime() {
        pauseNanos = TimeUnit.MICROSECONDS.toNanos(1);
        fresh.confirm(update);
        assertThat(now).isGreaterThanOrEqualTo(LEAST_NANOS);
    }

    @Test
    void aSocketThatConnectsBeforeTheLastLookIsNone() {
        pauseNanos = TimeUnit.SECONDS.toNanos(1);
        calls.before(number -> {
            if (pauses == ROUNDS) {
                calls.becomes(CONNECTED);
            }
        });
        assertThat(fresh.confirm(update)).isZero();
        assertThat(update.state(FD)).isEqualTo(SocketState.ESTABLISHED);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aNumberReusedUnderWayIsGoneWheneverThatHappens(int question) {
        calls.before(number -> {
            if (number == question) {
                calls.becomes(ANOTHER);
            }
        });
        assertThat(fresh.confirm(update)).isEqualTo(1);
        assertThat(update.isPresent(FD)).isFalse();
    }

    @Test
    void noTimeIsSpentWhereNothingIsNew() {
        fresh.clear();
        fresh.confirm(update);
        assertThat(pauses).isZero();
    }

    private void pause(long nanos) {
        pauses++;
        now += pauseNanos;
    }
}
