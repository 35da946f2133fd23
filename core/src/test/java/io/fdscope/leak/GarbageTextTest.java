package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Trend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GarbageTextTest {
    private static final String DRIVER =
            "Created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203): ";
    /** Between the two looks. */
    private static final long ELAPSED = 2_000;

    /** The driver's sockets at one moment: open, dropped and created so far, age of the oldest. */
    private record Look(long open, long dropped, long created, long oldestAgeMillis, boolean estimated) {
        Look(long open, long dropped, long created) {
            this(open, dropped, created, 45_000, false);
        }

        Look oldest(long millis) {
            return new Look(open, dropped, created, millis, estimated);
        }

        Look about() {
            return new Look(open, dropped, created, oldestAgeMillis, true);
        }

        Verdict at(long millis, CreationSite site) {
            SuspectCounts counts = new SuspectCounts(open, open, 0, Map.of(), dropped, created, estimated);
            Suspect suspect = new Suspect(
                    site,
                    "main",
                    SuspectState.STANDING,
                    SuspectCause.NEVER_CONNECTED,
                    counts,
                    oldestAgeMillis,
                    0,
                    Map.of(),
                    "");
            Reading told = ExampleVerdicts.standing(open).reading();
            Reading reading = new Reading(
                    millis, told.nanoTime(), told.openCount(), told.limits(), told.systemFiles(), told.sockets());
            return new Verdict(
                    VerdictLevel.GROWING,
                    reading,
                    Trend.UNKNOWN,
                    open,
                    0,
                    List.of(suspect),
                    new TracingFacts(true, 0, created, 1, 0, dropped, 0));
        }
    }

    private static GarbageComparison compared(Look before, Look after) {
        CreationSite site = ExampleVerdicts.DRIVER;
        return new GarbageComparison(before.at(0, site), after.at(ELAPSED, site), true);
    }

    private static GarbageEffect effect(Look before, Look after) {
        return GarbageEffect.of(compared(before, after)).get(0);
    }

    private static String text(Look before, Look after) {
        return text(compared(before, after));
    }

    private static String text(GarbageComparison comparison) {
        return new GarbageText(comparison, 4711).lines();
    }

    @Test
    void allWereDropped() {
        assertThat(text(new GarbageComparison(ExampleVerdicts.standing(3190), ExampleVerdicts.cleared(), true)))
                .isEqualTo(DRIVER + """
                3,190 of 3,190 open sockets were closed by the garbage collection. The program drops them without \
                close().
                Open descriptors: 3,212 before, 22 after.
                """);
    }

    @Test
    void someWereDropped() {
        assertThat(text(new Look(3190, 12, 3202), new Look(1190, 2012, 3202))).isEqualTo(DRIVER + """
                2,000 of 3,190 open sockets were closed by the garbage collection. The program drops those without \
                close(); of the others 1,190 are still referred to, or of a kind that no collection closes.
                Open descriptors: 3,212 before, 1,212 after.
                """);
    }

    @Test
    void someWereDroppedAndTheProgramHasClosedTheOthers() {
        assertThat(text(new Look(100, 0, 100), new Look(0, 60, 100))).isEqualTo(DRIVER + """
                60 of 100 open sockets were closed by the garbage collection. The program drops those without \
                close(); of the others it has closed all itself.
                Open descriptors: 122 before, 22 after.
                """);
    }

    @Test
    void fewInUseMakeTheOthersNoLessDropped() {
        assertThat(text(new Look(100, 0, 100), new Look(3, 97, 100))).isEqualTo(DRIVER + """
                97 of 100 open sockets were closed by the garbage collection. The program drops them without \
                close(); 3 are still referred to, or of a kind that no collection closes.
                Open descriptors: 122 before, 25 after.
                """);
        assertThat(effect(new Look(100, 0, 100), new Look(3, 97, 100)).reachability())
                .isEqualTo(Reachability.DROPPED);
    }

    @Test
    void clientsThatLeaveMeanwhileWereNotDropped() {
        assertThat(text(new Look(200, 0, 200), new Look(150, 0, 200))).isEqualTo(DRIVER + """
                0 of 200 open sockets were closed by the garbage collection. 150 are still referred to, or of a kind \
                that no collection closes.
                Open descriptors: 222 before, 172 after.
                """);
        assertThat(effect(new Look(200, 0, 200), new Look(150, 0, 200)).reachability())
                .isEqualTo(Reachability.HELD);
    }

    @Test
    void clientsThatHaveAllLeftAreNotReferredTo() {
        assertThat(text(new Look(200, 0, 200), new Look(8, 0, 210).oldest(1_500)))
                .isEqualTo(DRIVER + """
                0 of 200 open sockets were closed by the garbage collection. The program has closed them itself \
                meanwhile.
                Open descriptors: 222 before, 30 after.
                """);
    }

    @Test
    void ofSocketsThatTheProgramHasClosedItselfNothingIsKnown() {
        assertThat(effect(new Look(200, 0, 200), new Look(8, 0, 210).oldest(1_500))
                        .reachability())
                .isEqualTo(Reachability.UNKNOWN);
    }

    @Test
    void whereNothingIsLeftOfEstimatedOnesAllWereDropped() {
        assertThat(text(new Look(2000, 0, 2000).about(), new Look(0, 1600, 2000).about()))
                .isEqualTo(DRIVER + """
                about 1,600 of about 2,000 open sockets were closed by the garbage collection. The program drops them \
                without close().
                Open descriptors: 2,022 before, 22 after.
                """);
    }

    @Test
    void leakThatGoesOnIsNoLessDropped() {
        assertThat(text(new Look(300, 5, 305), new Look(40, 305, 345).oldest(1_900)))
                .isEqualTo(DRIVER + """
                300 of 300 open sockets were closed by the garbage collection. The program drops them without close().
                Open descriptors: 322 before, 62 after.
                """);
    }

    @Test
    void whatHasComeMeanwhileIsNotAmongThoseStillReferredTo() {
        GarbageEffect effect = effect(new Look(100, 0, 100), new Look(70, 50, 120));
        assertThat(effect.closed()).isEqualTo(50);
        assertThat(effect.left()).isEqualTo(50);
        assertThat(effect.reachability()).isEqualTo(Reachability.PARTLY_DROPPED);
    }

    @Test
    void noneWasDroppedAndMoreHaveComeMeanwhile() {
        assertThat(text(new Look(3190, 12, 3202), new Look(3200, 12, 3212))).isEqualTo(DRIVER + """
                0 of 3,190 open sockets were closed by the garbage collection. 3,190 are still referred to, or of a \
                kind that no collection closes.
                Open descriptors: 3,212 before, 3,222 after.
                """);
    }

    @Test
    void estimatesAreAbout() {
        assertThat(text(new Look(3000, 0, 9000).about(), new Look(150, 2880, 9000).about()))
                .isEqualTo(DRIVER + """
                about 2,880 of about 3,000 open sockets were closed by the garbage collection. The program drops them \
                without close(); about 120 are still referred to, or of a kind that no collection closes.
                Open descriptors: 3,022 before, 172 after.
                """);
    }

    @Test
    void moreDropsThanWereOpenAreThoseOfNewOnes() {
        assertThat(effect(new Look(100, 0, 100), new Look(0, 130, 130)).closed())
                .isEqualTo(100);
    }

    @Test
    void aSuspectThatIsNoneAnyMoreWasNotSeenToBeDropped() {
        Verdict before = new Look(7, 0, 7).at(0, ExampleVerdicts.DRIVER);
        assertThat(GarbageEffect.of(new GarbageComparison(before, Verdict.NONE, true)))
                .singleElement()
                .satisfies(effect -> assertThat(effect.closed()).isZero());
    }

    @Test
    void socketsOlderThanTheTracingGoByTheCleanersWorkInAll() {
        CreationSite unknown = new CreationSite(OpenedBy.SOCKET, List.of(), 0);
        Verdict before = new Look(40, 0, 0).at(0, unknown);
        Verdict left = new Look(10, 0, 0).at(ELAPSED, unknown);
        assertThat(GarbageEffect.of(new GarbageComparison(before, left, true)))
                .extracting(GarbageEffect::closed)
                .containsExactly(0L);
        Verdict closed = new Verdict(
                VerdictLevel.GROWING,
                left.reading(),
                Trend.UNKNOWN,
                10,
                10,
                left.suspects(),
                new TracingFacts(true, 0, 0, 1, 0, 30, 0));
        assertThat(text(new GarbageComparison(before, closed, true))).startsWith("""
                Created before tracing: 30 of 40 open sockets were closed by the garbage collection. The program \
                drops those without close(); of the others 10 are still referred to""");
    }

    @Test
    void whatASiteHadDroppedBeforeItWasASuspectIsNoneOfThisCollection() {
        CreationSite unknown = new CreationSite(OpenedBy.SOCKET, List.of(), 0);
        Verdict before = new Look(100, 0, 0).at(0, unknown);
        Verdict told = new Look(0, 0, 0).at(ELAPSED, unknown);
        Suspect driver = new Look(0, 520, 520)
                .at(ELAPSED, ExampleVerdicts.DRIVER)
                .suspects()
                .get(0);
        Verdict after = new Verdict(
                VerdictLevel.GROWING,
                told.reading(),
                Trend.UNKNOWN,
                0,
                0,
                List.of(driver),
                new TracingFacts(true, 0, 0, 1, 0, 120, 0));

        assertThat(GarbageEffect.of(new GarbageComparison(before, after, true)))
                .extracting(GarbageEffect::closed)
                .containsExactly(100L);
    }

    @Test
    void jvmThatIgnoresRequestsHasNothingToCompare() {
        Verdict before = ExampleVerdicts.standing(3190);
        GarbageComparison ignored = new GarbageComparison(before, before, false);
        assertThat(text(ignored)).isEqualTo("""
                This JVM ignores requests for a garbage collection (-XX:+DisableExplicitGC), so there is nothing to \
                compare. jcmd 4711 GC.run does one all the same.
                """);
        assertThat(GarbageEffect.of(ignored).get(0).reachability()).isEqualTo(Reachability.UNKNOWN);
    }

    @Test
    void thereWasNoSuspect() {
        assertThat(text(new GarbageComparison(Verdict.NONE, Verdict.NONE, true)))
                .isEqualTo("""
                The garbage collection has been done; there was no suspect to compare.
                Open descriptors: unknown before, unknown after.
                """);
    }
}
