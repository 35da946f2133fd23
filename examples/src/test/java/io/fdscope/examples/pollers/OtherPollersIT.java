package io.fdscope.examples.pollers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jolokia's script, the check by name for NRPE, and what Zabbix's template asks for. */
class OtherPollersIT {
    private static final Pattern ZABBIX_KEY = Pattern.compile("jmx\\[\"io\\.fdscope:type=FileDescriptors\",(\\w+)]");
    private static final Path AGENT =
            Path.of("..", "agent", "target", "fdscope.jar").toAbsolutePath();

    /** A name that no other JVM of this machine has. */
    private static final String NAME = "shop-of-" + ProcessHandle.current().pid();

    private static int jolokia;
    private static PolledJvm jvm;

    private record Said(int exitCode, String text) {}

    @BeforeAll
    static void start() throws IOException {
        jolokia = PolledJvm.freePort();
        jvm = PolledJvm.start(
                "-javaagent:" + Shipped.jar("jolokia") + "=host=127.0.0.1,port=" + jolokia + ",discoveryEnabled=false",
                "-Dname=" + NAME);
    }

    @AfterAll
    static void end() {
        jvm.close();
    }

    private static Said run(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JAVA=" + ForkedProcess.java(),
                "FDSCOPE_JAR=" + AGENT,
                Shipped.file(script).toString()));
        command.addAll(List.of(arguments));
        try (ForkedProcess process = ForkedProcess.start(command)) {
            int exitCode = process.end();
            return new Said(exitCode, String.join("\n", process.heard()));
        }
    }

    private static String url() {
        return "http://127.0.0.1:" + jolokia + "/jolokia";
    }

    @Test
    void jolokiaAnswersWithTheFigures() throws IOException {
        Await.until("Jolokia is up", () -> Web.at(jolokia).isUp("/jolokia/version"));
        Said said = run("jolokia/poll.sh", url(), "SoftLimit,LeakSuspectCount");

        assertThat(said.exitCode()).isZero();
        assertThat(said.text()).contains("\"SoftLimit\":600", "\"LeakSuspectCount\":0");
    }

    @Test
    void jolokiaTellsTheVerdict() throws IOException {
        Await.until("Jolokia is up", () -> Web.at(jolokia).isUp("/jolokia/version"));
        Said said = run("jolokia/poll.sh", url(), "explain");

        assertThat(said.exitCode()).isZero();
        assertThat(said.text()).contains("How sure this is:");
    }

    @Test
    void whatJolokiaCannotReadIsNoSuccess() throws IOException {
        Await.until("Jolokia is up", () -> Web.at(jolokia).isUp("/jolokia/version"));
        Said wrong = run("jolokia/poll.sh", url(), "OpneCount");
        Said nobody = run("jolokia/poll.sh", "http://127.0.0.1:" + PolledJvm.freePort() + "/jolokia");

        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.text()).startsWith("Jolokia at " + url() + " says: ");
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.text()).startsWith("no answer from http://127.0.0.1:").doesNotContain("\n");
    }

    @Test
    void theCheckFindsTheProcessByName() throws IOException {
        Said said = run("nagios/check-by-name.sh", "-Dname=" + NAME, "--critical", "500");

        assertThat(said.text()).startsWith("FDSCOPE OK - ").contains(" of 600 (", " | open=", ";480;500;0;600 ");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void aNameThatNobodyHasIsUnknown() throws IOException {
        Said said = run("nagios/check-by-name.sh", NAME + "-no-more");

        assertThat(said.text()).isEqualTo("FDSCOPE UNKNOWN - no JVM runs " + NAME + "-no-more");
        assertThat(said.exitCode()).isEqualTo(3);
    }

    @Test
    void zabbixAsksForAttributesThatExist() throws IOException, JMException {
        List<String> asked = ZABBIX_KEY
                .matcher(Shipped.text("zabbix/fdscope-template.yaml"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(Arrays.stream(jvm.info().getAttributes()).map(MBeanAttributeInfo::getName))
                .containsAll(asked);
        assertThat(asked).hasSizeGreaterThan(5);
    }

    /** As Zabbix's documentation of its export says: what 6.2 and newer add, 6.0 refuses; a UUID is one of version 4. */
    @Test
    void zabbixTemplateIsAnExportOfTheVersionThatItNames() throws IOException {
        String template = Shipped.text("zabbix/fdscope-template.yaml");
        List<String> ids = Pattern.compile("uuid: (\\S+)")
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(template).contains("\n  version: '6.0'\n", "\n  groups:").doesNotContain("template_groups:");
        assertThat(ids)
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}"));
    }
}
