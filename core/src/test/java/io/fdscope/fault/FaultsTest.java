package io.fdscope.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void everyFailureIsCountedAndTheFirstOfEachKindIsTold() {
        List<String> told = new ArrayList<>();
        faults.listen(fault -> told.add(fault.kind() + ", " + fault.edge().label()));
        faults.record(Edge.SAMPLING, new IOException("one"));
        faults.record(Edge.SAMPLING, new IOException("two"));
        faults.record(Edge.JMX, new IOException("three"));
        assertThat(faults.byKind())
                .isEqualTo(Map.of("sampling: java.io.IOException", 2L, "jmx: java.io.IOException", 1L));
        assertThat(faults.count()).isEqualTo(3);
        assertThat(faults.count("sampling: java.io.IOException")).isEqualTo(2);
        assertThat(faults.count("no such")).isZero();
        assertThat(told).containsExactly("sampling: java.io.IOException, sampling", "jmx: java.io.IOException, jmx");
    }

    @Test
    void lateListenerIsToldWhatHappenedAndAForgottenOneNothing() {
        List<Fault> late = new ArrayList<>();
        faults.record(Edge.START, new IOException("before"));
        Consumer<Fault> listener = late::add;
        faults.listen(listener);
        faults.forget(listener);
        faults.record(Edge.SINK, new IOException("after"));
        assertThat(late).extracting(Fault::kind).containsExactly("start: java.io.IOException");
    }

    @Test
    void descriptionIsOneBoundedLine() {
        List<Fault> told = new ArrayList<>();
        faults.listen(told::add);
        faults.record(Edge.JFR, new IOException("a\nb\u009b2J\u202e\t" + "x".repeat(5000)));
        assertThat(told.get(0).description())
                .startsWith("java.io.IOException: a b 2J  x")
                .hasSize(300)
                .doesNotContain("\n");
    }

    @Test
    void kindsBeyondTheBoundAreOneKind() {
        List<Throwable> many = List.of(
                new ArithmeticException(),
                new ArrayStoreException(),
                new ClassCastException(),
                new IllegalStateException(),
                new IllegalArgumentException(),
                new NullPointerException(),
                new NumberFormatException(),
                new SecurityException(),
                new UnsupportedOperationException(),
                new IndexOutOfBoundsException(),
                new NegativeArraySizeException(),
                new IOException("x"),
                new InterruptedException());
        int edges = Edge.values().length;
        for (Edge edge : Edge.values()) {
            many.forEach(cause -> faults.record(edge, cause));
        }
        assertThat(many.size() * edges).isGreaterThan(Faults.MAX_KINDS);
        assertThat(faults.byKind()).hasSize(Faults.MAX_KINDS + 1).containsKey("other");
        assertThat(faults.byKind().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo((long) many.size() * edges)
                .isEqualTo(faults.count());
    }

    @Test
    void nothingThatGoesWrongHereGetsOut() {
        faults.listen(fault -> {
            throw new IllegalStateException("listener");
        });
        assertThatNoException().isThrownBy(() -> {
            faults.record(Edge.SINK, new IOException("told to a listener that throws"));
            faults.record(Edge.SINK, new Speechless());
            faults.record(Edge.SINK, null);
        });
        assertThat(faults.count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void eachLineIsSaidOnceAndHundredLinesAtMost() {
        List<String> said = new ArrayList<>();
        Announcer announcer = new Announcer(said::add);
        announcer.sayOnce("a");
        announcer.sayOnce("a");
        announcer.sayOnce("b");
        assertThat(said).containsExactly("a", "b");
        for (int i = 0; i < 1000; i++) {
            announcer.sayOnce("line " + i);
        }
        assertThat(said).hasSize(100);
    }

    private static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("says nothing");
        }
    }
}
