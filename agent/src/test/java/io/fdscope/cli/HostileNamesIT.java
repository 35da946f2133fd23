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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program calls its threads, hosts and paths breaks no terminal, no table, no line and no JSON. */
class HostileNamesIT {
    /** All that a terminal does not show as it is, but line ends. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");

    @TempDir
    private static Path folder;

    private static int port;
    private static ForkedProcess host;

    @BeforeAll
    static void start() throws IOException {
        port = LoopbackJmx.freePort();
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java()));
        command.addAll(List.of(LoopbackJmx.flags(port)));
        command.add("-javaagent:" + AgentHost.JAR + "=count=20ms,scan=20ms,budget=100%,suspectAge=1s");
        command.addAll(List.of("-cp", "target/test-classes", HostileHost.class.getName(), folder.toString()));
        host = ForkedProcess.start(command);
        host.await("main runs, keeps " + (HostileHost.SOCKETS + 1));
        Await.until("the suspect stands", () -> say("check", pid()).contains("leak suspected"));
        Await.until("the bean is up", () -> say("status", "127.0.0.1:" + port).contains("open"));
    }

    @AfterAll
    static void end() {
        host.close();
    }

    private static String pid() {
        return Long.toString(host.pid());
    }

    private static String say(String... arguments) {
        StringWriter out = new StringWriter();
        Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
        return out.toString();
    }

    static Stream<List<String>> texts() {
        String url = "127.0.0.1:" + port;
        return Stream.of(
                List.of("status", pid()),
                List.of("status", url),
                List.of("why", pid()),
                List.of("why", url),
                List.of("fds", url),
                List.of("check", pid()),
                List.of("check", url));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextCommandsATerminalOrForgesALine(List<String> arguments) {
        String text = say(arguments.toArray(String[]::new));

        assertThat(COMMANDS.matcher(text).find()).describedAs(text).isFalse();
        assertThat(text.lines()).doesNotContain("No leak.").noneMatch(line -> line.startsWith("b "));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void jsonIsOneObjectWithoutControlCharacters(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(arguments);
        command.add("--json");
        String text = say(command.toArray(String[]::new));

        assertThat(COMMANDS.matcher(text).find()).describedAs(text).isFalse();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        }
    }

    @Test
    void theVerdictNamesThreadAndHostOnOneLineEach() {
        String text = say("why", "127.0.0.1:" + port);

        assertThat(text.lines())
                .anyMatch(line -> line.contains(" by thread a [2J ]0;x  31m  No leak. b  \"c\"\\,d=*?:e|f=1; <g>"))
                .anyMatch(line -> line.contains("to a [2J ]0;x  31m  No leak. b  \"c\"\\,d=*?:e|f=1; <g>:80 (30)"));
    }

    @Test
    void everyDescriptorIsOneRowOfTheTable() {
        List<String> lines = say("fds", "127.0.0.1:" + port).lines().toList();

        assertThat(lines.get(0)).contains("FD  KIND").contains("LOCAL").contains("REMOTE");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches(" *\\d+  \\S.*"));
        assertThat(lines).filteredOn(line -> line.contains("No leak.")).hasSize(HostileHost.SOCKETS + 1);
        assertThat(lines)
                .filteredOn(line -> line.contains("io.fdscope.cli.HostileHost.leak("))
                .hasSize(HostileHost.SOCKETS + 1);
        assertThat(lines)
                .filteredOn(line -> line.contains("UNIX_LISTENING"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("UNIX_LISTENING", folder + "/a [2J ]0;x  31m  No leak. b  \"c\"\\,d=*?:e|f=1; <g>"));
    }

    @Test
    void theCheckIsOneLineWithOneSetOfFigures() {
        String line = say("check", pid());

        assertThat(line).containsOnlyOnce("\n").containsOnlyOnce("|").startsWith("FDSCOPE ");
    }
}
