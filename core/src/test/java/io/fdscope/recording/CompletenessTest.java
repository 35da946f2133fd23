package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fixture.FakeEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    @Test
    void whatIsLostIsToldApartFromWhatIsLeftOut() {
        RecordingContent content = new RecordingContent();
        content.accept(FakeEvent.of("jdk.DataLoss", FakeEvent.START, Map.of("amount", 1234L)));
        content.accept(
                FakeEvent.of(EventNames.SOCKET_CONNECTED, FakeEvent.START, Map.of(FieldNames.LEFT_OUT_COUNT, 5000)));
        content.finish();
        Completeness completeness = Completeness.in(content);

        assertThat(completeness.gaps()).containsExactly("1,234 bytes of events were lost by the flight recorder");
        assertThat(completeness.rates()).containsExactly("5,000 connects were not recorded: more than 1,000 a second");
    }

    @Test
    void aWholeRecordingLacksNothing() {
        assertThat(Completeness.in(FakeEvent.recorded(60))).isEqualTo(new Completeness(List.of(), List.of()));
    }

    @Test
    void whoCreatedMostIsKnownWithoutAVerdict() {
        RecordingContent content = new RecordingContent();
        FakeEvent.events(60).stream()
                .filter(event -> event.name().equals(EventNames.SOCKET_OPENED))
                .forEach(content::accept);

        assertThat(content.creations().mostCreated().orElseThrow().createdCount())
                .isEqualTo(60);
        assertThat(new RecordingContent().creations().mostCreated()).isEmpty();
    }

    @Test
    void onlySomeEventsTellIt() {
        assertThat(new RecordingContent().takes(EventNames.LEAK_EVIDENCE)).isTrue();
        assertThat(new RecordingContent().takes("jdk.ExecutionSample")).isFalse();
    }
}
