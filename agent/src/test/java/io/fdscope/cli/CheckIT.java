package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One process on its way from health to its end, as pollers see it by process id and by a JMX connector with passwords. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckIT {
    private static final int LIMIT = 400;
    private static final String FIGURES =
            " \\| open=\\d+;320;380;0;400 growth=(U|-?[\\d.]+) sockets=\\d+;;;0 unidentified=\\d+;;;0 suspects=\\d+;;;0";
    private static final String GROWTH =
            ", growth (unknown yet|[+-][\\d,]+ a minute, (not running full|FULL|full in .+))";

    @TempDir
    private static Path folder;

    private static GuardedJmx jmx;
    private static int port;
    private static ForkedProcess host;

    /** What one check said, on stdout and stderr. */
    private record Said(int exitCode, String line) {}

    @BeforeAll
    static void start() throws IOException {
        jmx = new GuardedJmx(folder);
        port = LoopbackJmx.freePort();
        host = AgentHost.limited(
                LIMIT, "count=20ms,scan=20ms,budget=100%,suspectAge=1s,suspectCount=20", jmx.flags(port));
        AgentHost.get(host, "OpenCount");
        Await.until("there is a verdict", () -> check(pid()).exitCode() == 0);
    }

    @AfterAll
    static void end() {
        host.close();
    }

    private static Said check(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Said(line.execute(all), out.toString());
    }

    private static String pid() {
        return Long.toString(host.pid());
    }

    /** What the JVM gives back meanwhile, of connections to it that are over, is taken too. */
    private static boolean isFullAndSeen() {
        try {
            host.send("exhaust");
            host.await("exhausted with");
            return check(pid()).line().contains(" - 400 of 400 ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said byUrl(String user, String password, String... more) throws IOException {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(more, 0, arguments, 5, more.length);
        System.arraycopy(
                new String[] {"127.0.0.1:" + port, "--user", user, "--password-file", jmx.passwordFile(password)},
                0,
                arguments,
                0,
                5);
        return check(arguments);
    }

    private static void assertThatItSaid(Said said, int exitCode, String pattern) {
        assertThat(said.line()).matches(Pattern.compile(pattern + "\n"));
        assertThat(said.exitCode()).isEqualTo(exitCode);
    }

    @Test
    @Order(1)
    void aHealthyProcessIsOk() throws IOException {
        String ok = "FDSCOPE OK - \\d+ of 400 \\([\\d.]+ %\\) open" + GROWTH + FIGURES;

        assertThatItSaid(check(pid()), 0, ok);
        assertThatItSaid(byUrl("poller", "look"), 0, ok);
        assertThatItSaid(byUrl("admin", "act"), 0, ok);
    }

    @Test
    @Order(1)
    void asAProgramOfItsOwnItExitsWithTheState() throws IOException {
        Run run = Run.of("check", pid(), "--warn", "5", "--critical", "399");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("FDSCOPE WARNING - \\d+ of 400 \\([\\d.]+ %\\) open" + GROWTH + "; reached 5"
                                + FIGURES.replace("320;380", "5;399")));
    }

    @Test
    @Order(1)
    void aWrongPasswordIsUnknown() throws IOException {
        assertThatItSaid(
                byUrl("poller", "guess"),
                3,
                "FDSCOPE UNKNOWN - 127\\.0\\.0\\.1:" + port
                        + " refuses user poller: the name or the password is wrong");
    }

    @Test
    @Order(1)
    void noPasswordIsUnknown() {
        assertThatItSaid(
                check("127.0.0.1:" + port),
                3,
                "FDSCOPE UNKNOWN - 127\\.0\\.0\\.1:" + port + " wants a user and a password: .+");
    }

    @Test
    @Order(1)
    void aJvmWithoutFdscopeIsUnknown() throws IOException {
        int other = LoopbackJmx.freePort();
        try (ForkedProcess plain = AgentHost.plain(LoopbackJmx.flags(other))) {
            plain.await("main runs");

            assertThatItSaid(
                    check("127.0.0.1:" + other),
                    3,
                    "FDSCOPE UNKNOWN - the JVM at 127\\.0\\.0\\.1:" + other
                            + " has no fdscope in it: start it with .+");
            assertThatItSaid(
                    check(Long.toString(plain.pid())),
                    3,
                    "FDSCOPE UNKNOWN - process " + plain.pid() + " has no black box under .+");
        }
    }

    @Test
    @Order(1)
    void whereNobodyAnswersItIsUnknown() throws IOException {
        int nobody = LoopbackJmx.freePort();

        assertThatItSaid(
                check("127.0.0.1:" + nobody), 3, "FDSCOPE UNKNOWN - cannot reach 127\\.0\\.0\\.1:" + nobody + ": .+");
    }

    /** It answers by JMX, and looks at nothing any more. */
    @Test
    @Order(1)
    void aSamplerThatStandsStillIsUnknownByProcessIdAndByUrl() throws IOException, JMException {
        setCountPeriod(3_600_000);
        Await.until("it is old", () -> check(pid(), "--stale", "1").exitCode() == 3);

        String old = " for \\d+ s, it may hang; the last: \\d+ of 400 \\([\\d.]+ %\\) open";
        assertThatItSaid(check(pid(), "--stale", "1"), 3, "FDSCOPE UNKNOWN - nothing has been read in " + pid() + old);
        assertThatItSaid(
                byUrl("poller", "look", "--stale", "1"),
                3,
                "FDSCOPE UNKNOWN - nothing has been read in 127\\.0\\.0\\.1:" + port + old);
        assertThat(byUrl("poller", "look", "--stale", "600").exitCode()).isZero();
        setCountPeriod(20);
        Await.until("it looks again", () -> check(pid(), "--stale", "1").exitCode() == 0);
        Said again = byUrl("poller", "look", "--stale", "20");
        assertThat(again.exitCode()).as(again.line()).isZero();
    }

    @SuppressWarnings("BanJNDI") // The server is ours, on loopback.
    private static void setCountPeriod(long millis) throws IOException, JMException {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi");
        Map<String, Object> login = Map.of(JMXConnector.CREDENTIALS, new String[] {"admin", "act"});
        try (JMXConnector connector = JMXConnectorFactory.connect(url, login)) {
            connector
                    .getMBeanServerConnection()
                    .setAttribute(
                            new ObjectName("io.fdscope:type=FileDescriptors"),
                            new Attribute("CountPeriodMillis", millis));
        }
    }

    @Test
    @Order(1)
    void itsJsonNamesTheFiguresAsStatusDoes() throws IOException {
        List<String> status = names(Run.of("status", "--json", pid()).text());
        List<String> check = names(check(pid(), "--json").line());

        assertThat(check)
                .startsWith("target", "source", "note", "state", "exitCode", "text")
                .contains("openCount", "growthPerMinute", "leakSuspectCount", "unidentifiedSocketCount")
                .endsWith("countByKind", "socketCountByState", "suspects");
        assertThat(status)
                .containsAll(check.stream()
                        .filter(name -> !List.of("state", "exitCode", "text", "suspects")
                                .contains(name))
                        .toList());
        assertThat(names(byUrl("poller", "look", "--json").line()))
                .contains("openCount", "growthPerMinute", "leakSuspectCount", "readingEpochMillis");
        assertThat(names(check("4194999", "--json").line()))
                .containsExactly(
                        "target",
                        "source",
                        "note",
                        "state",
                        "exitCode",
                        "text",
                        "countByKind",
                        "socketCountByState",
                        "suspects");
    }

    /** Those of the object, in their order. */
    private static List<String> names(String json) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return names;
    }

    @Test
    @Order(2)
    void fourFifthsOfTheLimitAreAWarning() throws IOException {
        host.send("leak 290");
        host.await("leaked 290");
        Await.until("it is seen", () -> check(pid()).exitCode() == 1);

        String warning = "FDSCOPE WARNING - \\d+ of 400 \\(\\d+\\.\\d %\\) open" + GROWTH
                + "; reached 80%(; leak suspect.+)?" + FIGURES;
        assertThatItSaid(check(pid()), 1, warning);
        assertThatItSaid(byUrl("poller", "look"), 1, warning);
        assertThatItSaid(
                check(pid(), "--critical", "200"),
                2,
                warning.replace("WARNING", "CRITICAL").replace("80%", "200").replace("320;380", "320;200"));
    }

    @Test
    @Order(3)
    void noDescriptorLeftIsCriticalWithTheSuspect() throws IOException {
        Await.until("it is seen to be full", CheckIT::isFullAndSeen);
        String site = Pattern.quote("io.fdscope.agent.Host.");
        Await.until("the suspect stands", () -> check(pid()).line().contains("leak suspected"));

        assertThatItSaid(
                check(pid()),
                2,
                "FDSCOPE CRITICAL - (399|400) of 400 \\((99\\.8|100\\.0) %\\) open" + GROWTH
                        + "; reached 95%; leak suspected: \\d+ sockets created at " + site
                        + "(leak|exhaust)\\(Host\\.java:\\d+\\)" + FIGURES);
        assertThatItSaid(
                check(pid(), "--critical", "500", "--warn", "500", "--leaks", "off"),
                0,
                "FDSCOPE OK - (399|400) of 400 \\((99\\.8|100\\.0) %\\) open" + GROWTH + "; leak suspected: .+"
                        + FIGURES.replace("320;380", "500;500"));
    }

    /** It may let one more connection in, and then be unable to read who may ask. */
    @Test
    @Order(3)
    void byUrlAProcessWithoutADescriptorIsUnknown() throws IOException {
        Await.until("it is seen to be full", CheckIT::isFullAndSeen);
        Run run = Run.of(
                "check",
                "127.0.0.1:" + port,
                "--user",
                "poller",
                "--password-file",
                jmx.passwordFile("look"),
                "--timeout",
                "2");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("FDSCOPE UNKNOWN - ((no answer from|cannot reach) )?127\\.0\\.0\\.1:" + port + ".+"));
    }

    @Test
    @Order(4)
    void aProcessThatHangsIsUnknownOnceItsLastIsOld() throws IOException, InterruptedException {
        signal("STOP");
        Await.until("it is old", () -> check(pid(), "--stale", "1").exitCode() == 3);

        assertThatItSaid(
                check(pid(), "--stale", "1"),
                3,
                "FDSCOPE UNKNOWN - nothing has been read in " + pid()
                        + " for \\d+ s, it may hang; the last: \\d+ of 400 \\([\\d.]+ %\\) open");
        assertThat(check(pid()).exitCode()).isEqualTo(2);
        signal("CONT");
    }

    @Test
    @Order(5)
    void aDeadProcessIsUnknown() {
        host.kill();

        assertThatItSaid(
                check(pid()),
                3,
                "FDSCOPE UNKNOWN - process " + pid()
                        + " is dead \\(killed or crashed\\); this is the last it wrote: \\d+ of 400 \\([\\d.]+ %\\) open");
    }

    private static void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(List.of("kill", "-" + name, pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
