package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.Notification;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Java itself writes other digits, ours stay those that pollers, scripts and people elsewhere read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignDigitsIT {
    private static final String[] EGYPT = {"-Duser.language=ar", "-Duser.country=EG"};

    private static int port;
    private static ForkedProcess host;

    @BeforeAll
    static void start() throws IOException {
        assertThat(String.format(Locale.forLanguageTag("ar-EG"), "%,d", 1234)).doesNotContain("1", "2", "3", "4");
        port = LoopbackJmx.freePort();
        List<String> flags = new ArrayList<>(List.of(LoopbackJmx.flags(port)));
        flags.addAll(List.of(EGYPT));
        host = AgentHost.limited(
                2000,
                "count=20ms,scan=20ms,budget=100%,suspectAge=1s,suspectCount=20,warn=1500",
                flags.toArray(String[]::new));
        AgentHost.get(host, "OpenCount");
        host.send("leak 1200");
        host.await("leaked 1200");
        Await.until("the suspect stands", () -> said("check", pid()).contains("leak suspected"));
    }

    @AfterAll
    static void end() {
        host.close();
    }

    private static String pid() {
        return Long.toString(host.pid());
    }

    private static String said(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java()));
        command.addAll(List.of(EGYPT));
        command.addAll(List.of("-jar", AgentHost.JAR.toString()));
        command.addAll(List.of(arguments));
        try {
            return Run.command(command).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertThatItsDigitsAreAscii(String text) {
        assertThat(text.codePoints().filter(Character::isDigit))
                .describedAs(text)
                .isNotEmpty()
                .allMatch(digit -> digit <= '9');
    }

    static List<List<String>> commands() {
        String url = "127.0.0.1:" + port;
        return List.of(
                List.of("status", pid()),
                List.of("status", url, "--json"),
                List.of("check", pid()),
                List.of("check", url),
                List.of("why", pid()),
                List.of("why", url, "--gc"),
                List.of("fds", url, "--limit", "2"),
                List.of("top", pid(), "--once"),
                List.of("top", url, "--once", "--json"));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("commands")
    void everyVerb(List<String> command) {
        assertThatItsDigitsAreAscii(said(command.toArray(String[]::new)));
    }

    @Test
    @Order(1)
    void theCheckGroupsThemWithCommas() {
        assertThat(said("check", pid())).contains(" of 2,000 (", "; leak suspected: 1,200 sockets created at ");
    }

    @Test
    @Order(2)
    void notifications() throws IOException, JMException, InterruptedException {
        BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
        try (JMXConnector connector = connect()) {
            connector
                    .getMBeanServerConnection()
                    .addNotificationListener(
                            new ObjectName("io.fdscope:type=FileDescriptors"),
                            (news, handback) -> heard.add(news),
                            null,
                            null);
            host.send("leak 400");
            host.await("leaked 1600");

            Notification warn = heard.poll(20, TimeUnit.SECONDS);
            assertThat(warn.getType()).isEqualTo("io.fdscope.utilization.warn");
            assertThat(warn.getMessage()).matches("[0-9]+ of 2000 descriptors are open: warn");
        }
    }

    @SuppressWarnings("BanJNDI") // The server is ours, on loopback.
    private static JMXConnector connect() throws IOException {
        return JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi"));
    }
}
