package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the application notices of the hooks: nothing. */
@EnabledOnOs(OS.LINUX)
class HostSafetyTest {
    @TempDir
    private Path folder;

    @Test
    void onAndOffAHundredTimesWhileItWorks() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(OnOffMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard())
                    .containsExactly(
                            "surprises []",
                            "worked true",
                            "incomplete 0",
                            "classes true",
                            "changed []",
                            "hooked 0",
                            "faults {}");
        }
    }

    @Test
    void whatFailsInAHookIsCountedAndGoesNoFurther() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(FailuresMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard())
                    .containsExactly(
                            "exception surprises [] faults [hook: java.lang.IllegalStateException]",
                            "memory surprises [] faults [hook: java.lang.OutOfMemoryError]",
                            "stack surprises [] faults [hook: java.lang.StackOverflowError]");
        }
    }

    @Test
    void whatAJdkDoesNotHaveIsListedAndTheRestIsTraced() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(BogusMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard())
                    .containsExactly(
                            "not traced on this JDK: no such method, no such class",
                            "missing [no such method, no such class]",
                            "others true",
                            "traced [opened 1 socket, released 1]",
                            "faults {}");
        }
    }

    @Test
    void withoutADescriptorLeftItsExceptionsAreTheSameAndTheVictimIsTold() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).startLimited(100, ExhaustedMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard().subList(0, 7)).isEqualTo(Collections.nCopies(7, "thrown Too many open files"));
            assertThat(jvm.heard().subList(7, jvm.heard().size()))
                    .containsExactly(
                            "failed socket: Too many open files",
                            "failed serverSocket: Too many open files",
                            "failed datagram: Too many open files",
                            "failed unix: Too many open files",
                            "failed accept: Too many open files",
                            "failed accept: Too many open files",
                            "failed accept: Too many open files",
                            "faults {}");
        }
    }

    @Test
    void whatMainSetsForTheNetworkComesAfterTheHooksAndStillHolds() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(NetworkSettingMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard()).containsExactly("listens on 0.0.0.0", "traced [opened 1 serverSocket, released 1]");
        }
    }

    @Test
    void whatTracingItselfDoesWithSocketsIsNotTraced() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(NestedMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard()).containsExactly("traced [opened 1 socket, released 1]", "faults {}");
        }
    }
}
