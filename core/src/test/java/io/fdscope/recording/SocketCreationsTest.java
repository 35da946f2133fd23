package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeEvent;
import io.fdscope.leak.Evidence;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
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

    /** A site with 7 open sockets. */
    private static SiteEvidence elsewhere(ReplayedVerdict verdict) {
        SiteEvidence one = verdict.evidence().sites().get(0);
        return new SiteEvidence(
                new CreationSite(OpenedBy.SOCKET, List.of(new StackTraceElement("com.example.A", "b", "A.java", 1)), 0),
                one.threadName(),
                new SuspectCounts(7, 0, 0, Map.of(), 0, 7, false),
                one.aged(),
                7,
                0,
                Map.of(),
                1_000,
                List.of(new SitePoint(90_000, 7, 0, 7, 0)),
                Map.of(),
                "");
    }

    private static ReplayedVerdict without(ReplayedVerdict verdict, boolean scanned, long leftOut) {
        return of(verdict, scanned, leftOut, List.of());
    }

    private static ReplayedVerdict of(
            ReplayedVerdict verdict, boolean scanned, long leftOut, List<SiteEvidence> sites) {
        Evidence seen = verdict.evidence();
        Evidence evidence = new Evidence(
                seen.millis(),
                seen.reading(),
                seen.trend(),
                seen.unidentified(),
                seen.unattributed(),
                sites,
                seen.tracing());
        return new ReplayedVerdict(8, scanned, evidence, verdict.verdict(), 4242, 0, leftOut);
    }

    @Test
    void aSiteIsWithoutSocketsOnlyAfterAScanThatWouldHaveTold() {
        ReplayedVerdict first = FakeEvent.recorded(60).course().last().orElseThrow();
        SocketCreations creations = new SocketCreations(new TimeBuckets());
        creations.judged(first);
        creations.judged(without(first, false, 0));
        assertThat(creations.sites().get(0).open()).isEqualTo(60);
        creations.judged(without(first, true, 1));
        assertThat(creations.sites().get(0).open()).isEqualTo(60);
        creations.judged(of(first, true, 1, List.of(elsewhere(first))));
        assertThat(creations.sites())
                .extracting(SiteCreations::open)
                .as("what is not told of has no more than what is")
                .containsExactly(7L, 7L);
        creations.judged(without(first, true, 0));
        assertThat(creations.sites().get(0).open()).isZero();
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
