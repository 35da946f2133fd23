package io.fdscope.probe;

import static io.fdscope.probe.FakeCalls.ANOTHER;
import static io.fdscope.probe.FakeCalls.CONNECTED;
import static io.fdscope.probe.FakeCalls.NEVER_CONNECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows completed while the socket changes, is closed, or has given its number to another. */
class RowReaderTest {
    private static final Descriptor ROW = NEVER_CONNECTED.row(SocketState.UNIDENTIFIED);
    private static final Descriptor COMPLETE =
            ROW.with(SocketState.UNIDENTIFIED, new EndpointPair(), Cause.NEVER_CONNECTED_NOR_BOUND);

    private final FakeCalls calls = new FakeCalls(NEVER_CONNECTED);
    private final RowReader reader = new RowReader(calls);

    /** More than it asks of one row. */
    static IntStream questions() {
        return IntStream.rangeClosed(1, 10);
    }

    @Test
    void aSocketThatIsStillWhatItWasGetsItsCause() {
        assertThat(reader.read(ROW)).contains(COMPLETE);
    }

    @Test
    void aSocketThatHasConnectedSinceTheScanHasTheStateOfNow() {
        calls.becomes(CONNECTED);
        Descriptor row = reader.read(ROW).orElseThrow();

        assertThat(row.state()).isEqualTo(SocketState.ESTABLISHED);
        assertThat(row.unidentified()).isFalse();
        assertThat(row.local().port()).isEqualTo(40_000);
        assertThat(row.cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void aSocketThatHasBeenClosedSinceHasNoRow() {
        calls.close();
        assertThat(reader.read(ROW)).isEmpty();
    }

    @Test
    void aSocketThatHasTakenTheNumberSinceHasNoRow() {
        calls.becomes(ANOTHER);
        assertThat(reader.read(ROW)).isEmpty();
    }

    @Test
    void whatIsNoSocketStaysAsItIs() {
        Descriptor file = new Descriptor(
                FakeCalls.FD,
                DescriptorKind.REGULAR_FILE,
                12,
                Protocol.UNKNOWN,
                SocketState.UNKNOWN,
                Endpoint.NONE,
                Endpoint.NONE,
                0);
        assertThat(reader.read(file)).contains(file);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aNumberReusedUnderWayNeverMixesTheAnswersOfTwoSockets(int question) {
        at(question, () -> calls.becomes(ANOTHER));
        assertThat(reader.read(ROW).orElse(COMPLETE)).isEqualTo(COMPLETE);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aSocketThatConnectsUnderWayHasNoCauseThatItsStateBelies(int question) {
        at(question, () -> calls.becomes(CONNECTED));
        Optional<Descriptor> row = reader.read(ROW);

        assertThat(row.map(Descriptor::state)).isNotEmpty();
        assertThat(row.filter(Descriptor::unidentified).orElse(COMPLETE)).isEqualTo(COMPLETE);
        assertThat(row.filter(socket -> !socket.unidentified()).map(Descriptor::cause))
                .isNotEqualTo(Optional.of(Cause.NEVER_CONNECTED_NOR_BOUND));
    }

    private void at(int question, Runnable change) {
        calls.before(number -> {
            if (number == question) {
                change.run();
            }
        });
    }
}
