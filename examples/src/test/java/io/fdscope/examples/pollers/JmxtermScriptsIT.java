package io.fdscope.examples.pollers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The scripts with the real jmxterm, on a JVM that fills up from test to test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JmxtermScriptsIT {
    private static final String NUMBER = "-?[\\d.E]+|NaN";

    private static PolledJvm jvm;

    private record Said(int exitCode, List<String> lines) {}

    @BeforeAll
    static void start() throws IOException {
        jvm = PolledJvm.start();
    }

    @AfterAll
    static void end() {
        jvm.close();
    }

    private static ForkedProcess script(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JMXTERM=" + Shipped.jar("jmxterm"),
                "JAVA=" + ForkedProcess.java(),
                Shipped.file("jmxterm/" + name).toString()));
        command.addAll(List.of(arguments));
        return ForkedProcess.start(command);
    }

    private static Said run(String name, String... arguments) throws IOException {
        try (ForkedProcess script = script(name, arguments)) {
            int exitCode = script.end();
            return new Said(exitCode, script.heard());
        }
    }

    @Test
    @Order(1)
    void pollPrintsNothingButTheFigures() throws IOException {
        Said said = run("poll.sh", jvm.address());

        assertThat(said.exitCode()).isZero();
        assertThat(String.join("\n", said.lines()))
                .matches("OpenCount=\\d+\nSoftLimit=600\nHeadroom=\\d+\nUnidentifiedSocketCount=0\nGrowthPerMinute=("
                        + NUMBER + ")\nSecondsToExhaustion=(" + NUMBER + ")\nLeakSuspectCount=0");
    }

    @Test
    @Order(1)
    void pollByProcessIdGetsThroughToTheClosedPackage() throws IOException {
        Said said = run("poll.sh", jvm.pid(), "SoftLimit", "Probe");

        assertThat(said.exitCode()).isZero();
        assertThat(said.lines()).first().isEqualTo("SoftLimit=600");
        assertThat(said.lines().get(1)).matches("Probe=(tables|jdk|ffm)");
        assertThat(said.lines()).hasSize(2);
    }

    @Test
    @Order(1)
    void anAttributeThatDoesNotExistIsNoAnswer() throws IOException {
        Said said = run("poll.sh", jvm.address(), "OpenCount", "OpneCount");

        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.lines())
                .containsExactly(
                        "no answer from " + jvm.address()
                                + ": no JVM with fdscope there, a wrong password, or no such attribute of: OpenCount OpneCount");
    }

    @Test
    @Order(1)
    void whereNobodyListensAlertIsUnknown() throws IOException {
        String nobody = "127.0.0.1:" + PolledJvm.freePort();
        Said said = run("alert.sh", nobody);

        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.lines())
                .containsExactly("FDSCOPE UNKNOWN - no answer from " + nobody
                        + ": no JVM with fdscope there, or a wrong password");
    }

    @Test
    @Order(1)
    void whatIsNoPerCentIsUnknown() throws IOException {
        Said said = run("alert.sh", jvm.address(), "eighty");

        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.lines())
                .containsExactly("FDSCOPE UNKNOWN - WARN and CRITICAL are whole per cents from 1 to 100: eighty 95");
        assertThat(run("alert.sh", jvm.address(), "80", "95", "soon").lines())
                .containsExactly("FDSCOPE UNKNOWN - SECONDS is a whole number from 1 to 9999: soon");
    }

    @Test
    @Order(1)
    void aHealthyJvmIsOk() throws IOException {
        Said said = run("alert.sh", jvm.address());

        assertThat(said.exitCode()).isZero();
        assertThat(said.lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).matches("FDSCOPE OK - \\d+ of 600 open, 0 unidentified, leak suspects 0"));
    }

    @Test
    @Order(1)
    void figuresThatAreOldAreUnknown() throws IOException, JMException {
        jvm.set("CountPeriodMillis", 3_600_000);
        Await.until("the reading is old", () -> jvm.number("ReadingAgeMillis") > 1000);
        Said old = run("alert.sh", jvm.address(), "80", "95", "1");
        jvm.set("CountPeriodMillis", 50);

        assertThat(old.exitCode()).isEqualTo(3);
        assertThat(old.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("FDSCOPE UNKNOWN - nothing has been read in " + jvm.address()
                                + " for \\d+ s; the last: \\d+ of 600 open"));
    }

    @Test
    @Order(2)
    void aLeakSuspectIsAWarning() throws IOException {
        jvm.order("leak 40");
        Await.until("the suspect stands", () -> jvm.number("LeakSuspectCount") == 1);
        Said said = run("alert.sh", jvm.address());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("FDSCOPE WARNING - \\d+ of 600 open, 40 unidentified, leak suspects 1"));
    }

    @Test
    @Order(3)
    void nearTheLimitItIsCritical() throws IOException {
        jvm.order("leak 470");
        Await.until("it is seen", () -> jvm.number("UnidentifiedSocketCount") == 510);
        Said said = run("alert.sh", jvm.address(), "80", "90");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches(
                                "FDSCOPE CRITICAL - \\d+ of 600 open, 510 unidentified, leak suspects 1; reached 90%"));
    }

    @Test
    @Order(4)
    void watchGoesOnWhenNoDescriptorIsLeft() throws IOException {
        try (ForkedProcess watch = script("watch.sh", jvm.address(), "1", "5")) {
            watch.await("unidentified 510");
            jvm.order("exhaust");
            watch.await("open 600 of 600");

            assertThat(watch.end()).isZero();
            assertThat(watch.heard())
                    .hasSize(5)
                    .allSatisfy(line -> assertThat(line)
                            .matches("open \\d+ of 600, unidentified \\d+, growth (unknown|[+-]\\d+ a minute),"
                                    + " leak suspects \\d+"));
        }
    }

    @Test
    @Order(5)
    void watchOfNobodySaysSo() throws IOException {
        String nobody = "127.0.0.1:" + PolledJvm.freePort();
        Said said = run("watch.sh", nobody, "1", "2");

        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.lines()).containsExactly("no answer from " + nobody + " (any more), after 0 lines");
    }
}
