package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    void aCloseThatCannotBeToldIsKnownToTheTracerAllTheSame() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(DeafMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard())
                    .containsExactly(
                            "traced [opened 1 socket, released 1]", "faults {hook: java.lang.OutOfMemoryError=1}");
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
            assertThat(jvm.heard()).isEqualTo(exhausted("Too many open files"));
        }
    }

    /** The C library says it in the language that the process was started in, and the JDK passes that on. */
    @Test
    void theVictimIsToldInAnotherLanguageToo() throws IOException {
        boolean german = ForkedProcess.run("locale", "-a").contains("de_DE.utf8")
                && Files.exists(Path.of("/usr/share/locale/de/LC_MESSAGES/libc.mo"));
        assertThat(german || System.getenv("CI") == null)
                .as("apt-get install locales; localedef -i de_DE -f UTF-8 de_DE.UTF-8")
                .isTrue();
        assumeTrue(german, "apt-get install locales; localedef -i de_DE -f UTF-8 de_DE.UTF-8");
        try (ForkedProcess jvm =
                new TracedJvm(folder).inLanguage("de_DE.UTF-8").startLimited(100, ExhaustedMain.class)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard()).isEqualTo(exhausted("Zu viele offene Dateien"));
        }
    }

    private static List<String> exhausted(String words) {
        List<String> lines = new ArrayList<>(Collections.nCopies(7, "thrown " + words));
        for (String opened : List.of("socket", "serverSocket", "datagram", "unix", "accept", "accept", "accept")) {
            lines.add("failed " + opened + ": " + words);
        }
        lines.add("faults {}");
        return lines;
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
