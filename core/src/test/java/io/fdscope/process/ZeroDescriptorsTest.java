package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.LeakMain;
import io.fdscope.fixture.LsofRow;
import io.fdscope.fixture.Natives;
import io.fdscope.fixture.OneJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM with 256 descriptors that leaks sockets until there is none left. */
class ZeroDescriptorsTest {
    private static final int LIMIT = 256;
    private static final int RESERVE = 16;

    @TempDir
    Path folder;

    private ForkedProcess process;

    @BeforeEach
    void startPrepared() throws IOException {
        start("tables");
    }

    static Stream<String> natives() {
        return Natives.here();
    }

    private void start(String probe, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + LIMIT + "; exec \"$@\"", "sh"));
        command.addAll(
                ForkedProcess.java(OneJar.in(folder).toString(), Natives.flags(probe), LeakMain.class, arguments));
        process = ForkedProcess.start(command);
        process.until("READY");
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    void scanningGoesOnWithNotOneDescriptorLeft() throws IOException {
        tell("watch");
        tell("scan");
        int leaked = number(tell("leak"), "LEAKED ");
        assertThat(leaked).isGreaterThan(100);
        List<String> first = tell("scan");
        assertThat(first)
                .contains("OPEN " + LIMIT + " " + LIMIT, "UNIDENTIFIED " + leaked, "KNOWN true true", "FAULTS {}");
        assertThat(LsofRow.parse(lsof()).stream().filter(LsofRow::unidentified)).hasSize(leaked);
        assertThat(number(first, "OWN ") + rows(first))
                .as("every descriptor is a row or our own")
                .isEqualTo(LIMIT);
        for (int turn = 2; turn <= 50; turn++) {
            assertThat(tell("scan")).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("natives")
    void nativeProbesGoOnWithNotOneDescriptorLeft(String probe) throws IOException {
        process.close();
        start(probe);
        scanningGoesOnWithNotOneDescriptorLeft();
        assertThat(tell("scan")).contains("PROBE " + probe);
    }

    /** The first look-up of a foreign function opens a library; where it cannot, the host would suffer for good. */
    @Test
    void startWithoutAnyDescriptorTakesTheProbeThatOpensNothing() throws IOException {
        process.close();
        start("best");
        int leaked = number(tell("leak"), "LEAKED ");
        tell("watch");
        assertThat(tell("scan")).contains("KNOWN true true", "UNIDENTIFIED " + leaked, "FAULTS {}", "PROBE jdk");
        tell("free 100");
        tell("scan");
        assertThat(tell("scan")).contains("UNIDENTIFIED " + (leaked - 100), "FAULTS {}", "PROBE jdk");
    }

    @Test
    void countOfOldKernelsNeedsNoDescriptorEither() throws IOException {
        tell("leak");
        assertThat(tell("count")).containsExactly("PROBED " + LIMIT);
        tell("free 10");
        assertThat(tell("count")).containsExactly("PROBED " + (LIMIT - 10));
    }

    /** On 17 the first close of a socket makes a helper pair; where that fails, no socket can be closed ever after. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void startWithHardlyAnyDescriptorLeavesTheHostAbleToCloseSockets(int free) throws IOException {
        process.close();
        start("tables", "has not closed a socket yet");
        tell("files " + free);
        tell("watch");
        tell("scan");
        tell("unfile 100");
        assertThat(tell("scan")).contains("FAULTS {}");
        assertThat(tell("socket")).containsExactly("CLOSED");
    }

    @Test
    void reserveIsHeldGivenUpAndTakenAgainWhenThereIsRoom() throws IOException {
        tell("watch");
        tell("scan");
        assertThat(tell("hold")).containsExactly("HELD " + RESERVE);
        int leaked = number(tell("leak"), "LEAKED ");
        tell("scan");
        assertThat(tell("hold")).as("the leak does not get it").containsExactly("HELD " + RESERVE);
        assertThat(tell("release 6")).containsExactly("RELEASED 6");
        tell("scan");
        assertThat(tell("hold"))
                .as("six free are too few to take one again but one")
                .containsExactly("HELD 11");
        int again = number(tell("leak"), "LEAKED ");
        assertThat(again).as("the JVM may have held one of its own meanwhile").isBetween(leaked + 4, leaked + 6);
        tell("free 100");
        tell("scan");
        assertThat(tell("hold")).containsExactly("HELD " + RESERVE);
        List<String> after = tell("scan");
        assertThat(after).contains("UNIDENTIFIED " + (again - 100), "FAULTS {}");
        assertThat(number(after, "OWN ") + rows(after)).isEqualTo(number(after, "OPEN "));
    }

    @Test
    void startWithoutAnyDescriptorKnowsLittleAndLearnsTheRestLater() throws IOException {
        int leaked = number(tell("leak"), "LEAKED ");
        tell("watch");
        List<String> full = tell("scan");
        assertThat(full).contains("OPEN " + LIMIT + " -1", "KNOWN true false", "UNIDENTIFIED -1", "FAULTS {}");
        assertThat(tell("hold")).containsExactly("HELD 0");
        tell("free 100");
        tell("scan");
        List<String> recovered = tell("scan");
        assertThat(recovered).contains("KNOWN true true", "UNIDENTIFIED " + (leaked - 100), "FAULTS {}");
        assertThat(recovered).anyMatch(line -> line.startsWith("OPEN ") && line.endsWith(" " + LIMIT));
        assertThat(tell("hold")).containsExactly("HELD " + RESERVE);
    }

    @Test
    void closeGivesEveryDescriptorBack() throws IOException {
        List<String> before = names();
        tell("watch");
        tell("scan");
        assertThat(names()).hasSizeGreaterThan(before.size() + RESERVE);
        tell("close");
        tell("scan");
        assertThat(names()).as("not even a late scan opens anything again").isEqualTo(before);
    }

    private List<String> names() throws IOException {
        return LsofRow.parse(lsof()).stream().map(LsofRow::name).toList();
    }

    private List<String> lsof() throws IOException {
        List<String> command = new ArrayList<>(LsofRow.COMMAND);
        command.addAll(List.of("-p", Long.toString(process.pid())));
        return ForkedProcess.run(command.toArray(String[]::new));
    }

    private List<String> tell(String order) throws IOException {
        process.send(order);
        return process.until("END");
    }

    private static int rows(List<String> answer) {
        return (int) answer.stream().filter(line -> line.startsWith("ROW ")).count();
    }

    private static int number(List<String> answer, String key) {
        String line = answer.stream().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
        return Integer.parseInt(line.substring(key.length()).split(" ", -1)[0]);
    }
}
