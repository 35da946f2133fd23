package io.fdscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.FakeEvent;
import io.fdscope.jfr.recording.ReadRecording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user reads, in full. */
class ReportTextTest {
    private static final ReadRecording LEAKING = new ReadRecording(
            Path.of("server-1.jfr"), 812_345, 3, FakeEvent.recorded(60), List.of("a chunk is cut off"));
    private static final ReadRecording QUIET =
            new ReadRecording(Path.of("server-2.jfr"), 999, 1, FakeEvent.recorded(0), List.of());

    @Test
    void theTextOfARecording() {
        assertThat(new ReportText(new Report("fdscope 1", List.of(LEAKING))).text())
                .isEqualTo("");
    }

    @Test
    void theTextOfAComparison() {
        assertThat(Comparison.of(LEAKING, QUIET).text()).isEqualTo("");
    }
}
