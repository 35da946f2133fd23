package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.Natives;
import io.fdscope.fixture.ScanMain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelCallsTest {
    private static final int SOCKET = 4;
    private static final int CLOSE = 5;

    private final List<Integer> asked = new ArrayList<>();
    private int freeDescriptors = 1;

    static Stream<String> natives() {
        return Natives.here();
    }

    @ParameterizedTest
    @MethodSource("natives")
    void machineWhoseNumbersAreNotKnownHasNoNativeProbe(String probe) throws IOException {
        List<String> flags = new ArrayList<>(Natives.flags(probe));
        flags.add("-Dos.arch=s390x");
        try (ForkedProcess scanning = ForkedProcess.start(ForkedProcess.java(flags, ScanMain.class, "/proc"))) {
            scanning.send("scan");
            assertThat(scanning.until("END")).contains("PROBE tables", "FAULTS {}");
        }
    }

    /** Before Linux 5.14. */
    @Test
    void kernelThatDoesNotTellNamespacesIsAskedOnce() {
        ForeignCalls calls = new ForeignCalls(buffer -> this::oldKernel);
        calls.learnNamespace();
        calls.learnNamespace();
        calls.another().learnNamespace();
        assertThat(calls.tellsNamespaces()).isFalse();
        assertThat(calls.isForeign(3)).isFalse();
        assertThat(asked.stream().filter(call -> call == SOCKET)).hasSize(1);
        assertThat(asked.stream().filter(call -> call == CLOSE)).hasSize(1);
    }

    @Test
    void namespaceIsLearnedOnceThereIsADescriptorForIt() {
        freeDescriptors = 0;
        ForeignCalls calls = new ForeignCalls(buffer -> this::oldKernel);
        calls.learnNamespace();
        freeDescriptors = 1;
        calls.learnNamespace();
        calls.learnNamespace();
        assertThat(asked.stream().filter(call -> call == SOCKET)).hasSize(2);
        assertThat(asked.stream().filter(call -> call == CLOSE)).hasSize(1);
    }

    @Test
    void rowsNeverOpenASocketToLearnTheNamespace() {
        ForeignCalls calls = new ForeignCalls(buffer -> this::oldKernel);
        assertThat(calls.tellsNamespaces()).isFalse();
        assertThat(calls.isForeign(3)).isFalse();
        assertThat(asked).isEmpty();
    }

    private int oldKernel(int call, int argument) {
        asked.add(call);
        return switch (call) {
            case SOCKET -> freeDescriptors > 0 ? 9 : -1;
            case CLOSE -> 0;
            default -> -1;
        };
    }
}
