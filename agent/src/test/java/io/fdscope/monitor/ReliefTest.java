package io.fdscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.SuspectState;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.AlertLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReliefTest {
    private final List<Runnable> started = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private AlertLevel level = AlertLevel.CRITICAL;
    private Verdict verdict = verdictWith(10, SuspectState.STANDING);
    private final Faults faults = new Faults();
    private final Complaints complaints = new Complaints(faults, new Announcer(said::add));
    private final Relief relief = new Relief(() -> level, () -> verdict, started::add, complaints);

    private static Verdict verdictWith(long dropped, SuspectState state) {
        Suspect suspect = new Suspect(
                new CreationSite(OpenedBy.SOCKET, List.of(), 0),
                "worker",
                state,
                SuspectCause.NEVER_CONNECTED,
                new SuspectCounts(100, 100, 0, Map.of(), dropped, 105, false),
                60_000,
                10,
                Map.of(),
                "");
        return new Verdict(
                VerdictLevel.EXHAUSTING, Reading.NONE, Trend.UNKNOWN, 100, 0, List.of(suspect), TracingFacts.NONE);
    }

    private static Sample sampleAtMinute(long minute) {
        Reading reading = new Reading(
                1_700_000_000_000L + TimeUnit.MINUTES.toMillis(minute),
                TimeUnit.MINUTES.toNanos(minute),
                4000,
                new Limits(4096, 4096),
                SystemFiles.UNKNOWN,
                SocketFigures.UNKNOWN);
        return new Sample(reading, Scan.NONE, Trend.UNKNOWN, 0, "ffm");
    }

    @Test
    void collectsOnceInTenMinutesAndSaysSo() {
        relief.accept(sampleAtMinute(0));
        started.get(0).run();
        verdict = verdictWith(90, SuspectState.STANDING);
        relief.accept(sampleAtMinute(9));
        assertThat(started).hasSize(1);

        relief.accept(sampleAtMinute(10));
        assertThat(started).hasSize(2);
        assertThat(said).singleElement().asString().contains("collecting the garbage");
    }

    @Test
    void doesNotStartASecondWhileTheFirstIsUnderWay() {
        relief.accept(sampleAtMinute(0));
        relief.accept(sampleAtMinute(20));

        assertThat(started).hasSize(1);
    }

    @Test
    void leavesTheProcessAloneUntilItIsCriticalAndDroppingIsProven() {
        level = AlertLevel.WARN;
        relief.accept(sampleAtMinute(0));
        level = AlertLevel.CRITICAL;
        verdict = verdictWith(0, SuspectState.STANDING);
        relief.accept(sampleAtMinute(1));
        verdict = verdictWith(9, SuspectState.STANDING);
        relief.accept(sampleAtMinute(2));
        verdict = verdictWith(50, SuspectState.CLEARED);
        relief.accept(sampleAtMinute(2));
        verdict = Verdict.NONE;
        relief.accept(sampleAtMinute(3));

        assertThat(started).isEmpty();
    }

    @Test
    void doesNotTryAgainAfterACollectionThatClosedNothing() {
        relief.accept(sampleAtMinute(0));
        started.get(0).run();
        relief.accept(sampleAtMinute(30));
        assertThat(started).hasSize(1);

        verdict = verdictWith(11, SuspectState.STANDING);
        relief.accept(sampleAtMinute(31));
        assertThat(started).hasSize(2);
    }

    @Test
    void givesUpWhereTheJvmIgnoresTheRequestAndSaysSo() {
        Relief deaf = new Relief(() -> level, () -> verdict, started::add, complaints, () -> false);
        deaf.accept(sampleAtMinute(0));
        started.get(0).run();
        verdict = verdictWith(90, SuspectState.STANDING);
        deaf.accept(sampleAtMinute(30));

        assertThat(started).hasSize(1);
        assertThat(said).last().asString().contains("-XX:+DisableExplicitGC").contains("GC.run");
    }

    @Test
    void whatFailsInACollectionIsCountedAndTheNextIsTried() {
        Relief failing = new Relief(() -> level, () -> verdict, started::add, complaints, () -> {
            throw new OutOfMemoryError("while it was collected");
        });
        failing.accept(sampleAtMinute(0));
        started.get(0).run();
        assertThat(faults.byKind()).containsOnlyKeys("sink: java.lang.OutOfMemoryError");

        verdict = verdictWith(90, SuspectState.STANDING);
        failing.accept(sampleAtMinute(10));
        assertThat(started).hasSize(2);
    }

    @Test
    void triesAgainAfterAThreadCouldNotBeStarted() {
        List<Runnable> later = new ArrayList<>();
        boolean[] full = {true};
        Relief starved = new Relief(
                () -> level,
                () -> verdict,
                work -> {
                    if (full[0]) {
                        throw new IllegalStateException("no thread");
                    }
                    later.add(work);
                },
                complaints);

        assertThatIllegalStateException().isThrownBy(() -> starved.accept(sampleAtMinute(0)));
        full[0] = false;
        starved.accept(sampleAtMinute(10));

        assertThat(later).hasSize(1);
    }
}
