package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReentryTest {
    private final Reentry reentry = new Reentry();

    @Test
    void aThreadThatIsInsideDoesNotComeInAgain() {
        Thread one = new Thread();
        assertThat(reentry.enter(one)).isTrue();
        assertThat(reentry.enter(one)).isFalse();
        reentry.leave(one);
        assertThat(reentry.enter(one)).isTrue();
    }

    @Test
    void nobodyIsKeptOutByAnother() {
        // Not many more: of very many two would have the same hash.
        List<Thread> many = Stream.generate(Thread::new).limit(1000).toList();
        assertThat(many).allMatch(reentry::enter);
        many.forEach(reentry::leave);
        assertThat(many).allMatch(reentry::enter);
    }
}
