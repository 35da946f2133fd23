package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.FakeProbe;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FallbackProbeTest {
    private final Faults faults = new Faults();
    private final FakeProbe first = new FakeProbe().findsFiles(1);
    private final FakeProbe second = new FakeProbe().findsFiles(2);
    private final FallbackProbe probe = new FallbackProbe(first, () -> second, faults);

    private int scan() throws IOException {
        return probe.scan(DescriptorTable.empty(0), 0).table().size();
    }

    @Test
    void aProbeThatFailsIsCountedAndTheNextAnswersTheSameScan() throws IOException {
        assertThat(scan()).isEqualTo(1);
        first.fails(new IOException("poll(2) is refused"));

        assertThat(scan()).isEqualTo(2);
        assertThat(scan()).isEqualTo(2);
        assertThat(first.scans()).as("it is not tried again").isEqualTo(2);
        assertThat(first.isClosed()).isTrue();
        assertThat(faults.byKind()).containsOnlyKeys("sampling: java.io.IOException");
        assertThat(faults.count()).isEqualTo(1);
    }

    @Test
    void aProbeThatThrowsWhateverItLikesFailsNoScan() throws IOException {
        first.works(() -> {
            throw new IllegalStateException("misread");
        });

        assertThat(scan()).isEqualTo(2);
        assertThat(faults.byKind()).containsOnlyKeys("sampling: java.lang.IllegalStateException");
    }

    @Test
    void closingClosesTheOneAtWork() {
        probe.close();

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isFalse();
    }
}
