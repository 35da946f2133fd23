package io.fdscope.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Faults;
import org.junit.jupiter.api.Test;

/** That this JDK's recorder has all of it is seen by GuardIT, where nothing is missing. */
class RecorderInsidesTest {
    private final Faults faults = new Faults();

    @Test
    void aRecorderThatLooksDifferentLacksHooksAndIsNoFault() throws ReflectiveOperationException {
        RecorderInsides insides = RecorderInsides.of(name -> Object.class);
        assertThat(insides.missing())
                .containsExactly("flight recorder: end of a failed dump", "flight recorder: file of a chunk");

        LastChunk last = new LastChunk();
        last.use(insides.chunkFile());
        last.set(new Object());
        assertThat(last.file()).isEmpty();

        Aftercare aftercare = new Aftercare(faults);
        aftercare.closeBy(insides.leftovers());
        aftercare.failed();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("fdscope-jfrguard");
        assertThat(faults.count()).isZero();
    }

    @Test
    void aRecorderWithoutAClassLacksWhatIsInIt() {
        RecorderInsides insides = RecorderInsides.of(name -> Class.forName("io.fdscope.gone." + name));
        assertThat(insides.missing()).hasSize(2);
    }
}
