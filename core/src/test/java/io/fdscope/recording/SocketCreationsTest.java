package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocketCreationsTest {
    @Test
    void anEventIsOfTheSiteThatItWasCountedFor() {
        SocketCreations creations = FakeEvent.recorded(60).creations();
        assertThat(creations.siteOf("socket", ExampleVerdicts.DRIVER.frames()))
                .containsSame(creations.sites().get(0));
    }

    @Test
    void anotherStackOrAnotherWayIsOfNoSiteThatIsKnown() {
        SocketCreations creations = FakeEvent.recorded(60).creations();
        assertThat(creations.siteOf("accept", ExampleVerdicts.DRIVER.frames())).isEmpty();
        assertThat(creations.siteOf("socket", List.of())).isEmpty();
    }

    @Test
    void whatTellsOfDescriptorsIsMissingByItself() {
        RecordingContent foreign = new RecordingContent();
        foreign.accept(FakeEvent.of("jdk.SocketRead", FakeEvent.START, Map.of()));
        foreign.finish();
        assertThat(Missing.ofDescriptors(foreign))
                .singleElement()
                .satisfies(missing -> assertThat(missing.how()).contains("-javaagent:fdscope.jar"));
        assertThat(Missing.ofDescriptors(FakeEvent.recorded(60))).isEmpty();
        RecordingContent counted = new RecordingContent();
        counted.accept(FakeEvent.of(EventNames.FILE_DESCRIPTOR_USAGE, FakeEvent.START, Map.of()));
        counted.finish();
        assertThat(Missing.ofDescriptors(counted))
                .singleElement()
                .satisfies(missing -> assertThat(missing.what()).startsWith("a verdict: no scan fell into it"));
    }
}
