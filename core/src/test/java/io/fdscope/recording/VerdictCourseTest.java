package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.leak.Evidence;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectState;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictCourseTest {
    private final VerdictCourse course = new VerdictCourse();
    private long scans;

    /** The next scan's verdict, with the driver as a suspect or without. */
    private ReplayedVerdict judged(VerdictLevel level, long open, boolean leaks) {
        List<Suspect> suspects = leaks ? List.of(ExampleVerdicts.suspect(SuspectState.STANDING, open, 0)) : List.of();
        Reading told = ExampleVerdicts.standing(open).reading();
        Reading reading =
                new Reading(++scans * 10_000, told.nanoTime(), open, told.limits(), told.systemFiles(), told.sockets());
        Verdict verdict = new Verdict(level, reading, Trend.UNKNOWN, 0, 0, suspects, TracingFacts.NONE);
        Evidence evidence = new Evidence(0, reading, Trend.UNKNOWN, 0, 0, List.of(), TracingFacts.NONE);
        ReplayedVerdict replayed = new ReplayedVerdict(scans, true, evidence, verdict, 4242, 0, 0);
        course.add(replayed);
        return replayed;
    }

    @Test
    void whatIsAsBadAtTheEndAsBeforeIsNotOver() {
        judged(VerdictLevel.GROWING, 5_012, true);
        ReplayedVerdict last = judged(VerdictLevel.GROWING, 5_009, true);

        assertThat(course.worst()).containsSame(last);
        assertThat(course.leaking()).containsSame(last);
        assertThat(course.worstBefore()).isEmpty();
        assertThat(course.leakBefore()).isEmpty();
    }

    @Test
    void ofThoseThatAreOverTheOneWithMostOpenIsTheWorst() {
        judged(VerdictLevel.GROWING, 100, true);
        ReplayedVerdict worst = judged(VerdictLevel.GROWING, 300, true);
        judged(VerdictLevel.GROWING, 200, true);
        judged(VerdictLevel.STABLE, 20, false);

        assertThat(course.worst()).containsSame(worst);
        assertThat(course.leaking()).containsSame(worst);
        assertThat(course.worstBefore()).containsSame(worst);
        assertThat(course.leakBefore()).isEmpty();
    }

    @Test
    void whatStartsUpFastIsWorseThanALeakButHidesItNot() {
        ReplayedVerdict start = judged(VerdictLevel.EXHAUSTING, 1_200, false);
        judged(VerdictLevel.STABLE, 1_200, false);
        ReplayedVerdict leak = judged(VerdictLevel.GROWING, 1_260, true);

        assertThat(course.worst()).containsSame(start);
        assertThat(course.leaking()).containsSame(leak);
        judged(VerdictLevel.STABLE, 1_200, false);
        assertThat(course.leaking()).containsSame(leak);
    }

    @Test
    void whatIsWorseAtTheEndForAnotherReasonIsNotTheLeak() {
        ReplayedVerdict leak = judged(VerdictLevel.GROWING, 100, true);
        ReplayedVerdict full = judged(VerdictLevel.EXHAUSTING, 4_096, false);

        assertThat(course.worst()).containsSame(full);
        assertThat(course.leaking()).containsSame(leak);
        assertThat(course.worstBefore()).isEmpty();
        assertThat(course.leakBefore()).containsSame(leak);
    }

    @Test
    void aLevelWithASuspectIsWorseThanThatLevelWithout() {
        ReplayedVerdict leak = judged(VerdictLevel.GROWING, 100, true);
        judged(VerdictLevel.GROWING, 400, false);

        assertThat(course.worst()).containsSame(leak);
    }

    @Test
    void whereNothingEverLeaksThereIsNoLeak() {
        assertThat(course.leaking()).isEmpty();
        judged(VerdictLevel.EXHAUSTING, 1_200, false);
        assertThat(course.leaking()).isEmpty();
    }

    @Test
    void ofManyChangesThoseOfTheBeginningAndThoseOfTheEndAreKept() {
        for (int i = 0; i < 100; i++) {
            judged(i % 2 == 0 ? VerdictLevel.STABLE : VerdictLevel.GROWING, 20, false);
            judged(i % 2 == 0 ? VerdictLevel.STABLE : VerdictLevel.GROWING, 21, false); // No change.
        }

        assertThat(course.changes()).hasSize(2 * VerdictCourse.MOST_CHANGES);
        assertThat(course.changes())
                .first()
                .extracting(VerdictCourse.Change::epochMillis)
                .isEqualTo(10_000L);
        assertThat(course.changes())
                .last()
                .extracting(VerdictCourse.Change::epochMillis)
                .isEqualTo(1_990_000L);
        assertThat(course.changes())
                .isSortedAccordingTo((one, other) -> Long.compare(one.epochMillis(), other.epochMillis()));
        assertThat(course.leftOut()).isEqualTo(100 - 2 * VerdictCourse.MOST_CHANGES);
    }
}
