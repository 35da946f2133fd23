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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Java itself writes other digits, ours stay those that pollers, scripts and people elsewhere read. */
class ForeignDigitsIT {
    private static final String[] EGYPT = {"-Duser.language=ar", "-Duser.country=EG"};

    private static int port;
    private static ForkedProcess host;
    /** A JMX server is what the JDK itself cannot make where the digits are others. */
    private static ForkedProcess served;

    @BeforeAll
    static void start() throws IOException {
        assertThat(String.format(Locale.forLanguageTag("ar-EG"), "%,d", 1234)).doesNotContain("1", "2", "3", "4");
        host = started(EGYPT);
        port = LoopbackJmx.freePort();
        served = started(LoopbackJmx.flags(port));
        host.send("leak 1200");
        host.await("leaked 1200");
        Await.until("the suspect stands", () -> said("check", pid()).contains("leak suspected"));
    }

    private static ForkedProcess started(String... flags) throws IOException {
        ForkedProcess started = AgentHost.limited(
                2000, "count=20ms,scan=20ms,budget=100%,suspectAge=1s,suspectCount=20,warn=1500", flags);
        AgentHost.get(started, "OpenCount");
        return started;
    }

    @AfterAll
    static void end() {
        host.close();
        served.close();
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

    @ParameterizedTest
    @MethodSource("commands")
    void everyVerb(List<String> command) {
        assertThatItsDigitsAreAscii(said(command.toArray(String[]::new)));
    }

    @Test
    void theCheckGroupsThemWithCommas() {
        assertThat(said("check", pid())).contains(" of 2,000 (", "; leak suspected: 1,200 sockets created at ");
    }
}
