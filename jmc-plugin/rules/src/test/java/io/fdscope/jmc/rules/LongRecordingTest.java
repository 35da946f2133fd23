package io.fdscope.jmc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fixture.FakeEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.Severity;

/** Two million events, which JMC has to hold, and the rules need not. */
@Tag("soak")
class LongRecordingTest {
    private static final int MANY = 2_000_000;
    private static final int ENDS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void theRulesAnswerAndTheirReadingTakesLittle() throws Exception {
        Stream<FakeEvent> events = IntStream.range(0, MANY)
                .mapToObj(i -> FakeEvent.of(
                        i % 2 == 0 ? EventNames.SOCKET_OPENED : EventNames.SOCKET_CONNECTED,
                        FakeEvent.START + i / 30,
                        Map.of(
                                FieldNames.OPENED_BY,
                                "socket",
                                FieldNames.HOST,
                                "host" + i % ENDS,
                                FieldNames.PORT,
                                i % 7)));
        Path file = WrittenRecording.write(folder.resolve("long.jfr"), events);
        IItemCollection items = JfrLoaderToolkit.loadEvents(List.of(file.toFile()));
        long before = used();
        long begin = System.nanoTime();
        Evaluation judged = Evaluation.of(items, IPreferenceValueProvider.DEFAULT_VALUES);
        System.out.printf(
                "%,d events judged in %d ms, %d kB kept%n",
                MANY, (System.nanoTime() - begin) / 1_000_000, (used() - before) / 1024);

        assertThat(judged.of("ConnectFailures").getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(used() - before).isLessThan(50_000_000);
        assertThat(items.hasItems()).isTrue();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
