package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ExampleVerdicts;
import org.junit.jupiter.api.Test;

class GarbageTextTest {
    private static String text(Verdict before, Verdict after) {
        return new GarbageText(new GarbageComparison(before, after)).lines();
    }

    @Test
    void allWereDropped() {
        assertThat(text(ExampleVerdicts.standing(3190), ExampleVerdicts.cleared()))
                .isEqualTo("""
                Created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203): 3,190 of \
                3,190 open sockets were closed by the garbage collection. The program drops them without close().
                Open descriptors: 3,212 before, 22 after.
                """);
    }

    @Test
    void someWereDropped() {
        assertThat(text(ExampleVerdicts.standing(3190), ExampleVerdicts.standing(190)))
                .isEqualTo("""
                Created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203): 3,000 of \
                3,190 open sockets were closed by the garbage collection. The program drops those without close(); \
                the other 190 are still referred to, or of a kind that no collection closes.
                Open descriptors: 3,212 before, 212 after.
                """);
    }

    @Test
    void noneWasDroppedAndMoreHaveComeMeanwhile() {
        assertThat(text(ExampleVerdicts.standing(3190), ExampleVerdicts.standing(3200)))
                .isEqualTo("""
                Created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203): 0 of \
                3,190 open sockets were closed by the garbage collection. They are still referred to, or of a kind \
                that no collection closes.
                Open descriptors: 3,212 before, 3,222 after.
                """);
    }

    @Test
    void aSuspectThatIsNoneAnyMoreHasNoOpenSocket() {
        assertThat(GarbageEffect.of(new GarbageComparison(ExampleVerdicts.standing(7), Verdict.NONE)))
                .singleElement()
                .satisfies(effect -> assertThat(effect.closed()).isEqualTo(7));
    }

    @Test
    void thereWasNoSuspect() {
        assertThat(text(Verdict.NONE, Verdict.NONE)).isEqualTo("""
                The garbage collection has been done; there was no suspect to compare.
                Open descriptors: unknown before, unknown after.
                """);
    }
}
