package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.order.Answer;
import io.fdscope.order.Order;
import io.fdscope.order.Verb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no jar to load the agent from: here it would be loaded from a folder of classes. */
class PremainTest {
    private static final String REASON = "not started: java.io.FileNotFoundException: "
            + Path.of(Premain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath())
            + " is gone: put fdscope.jar there again";

    @TempDir
    private Path folder;

    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(stderr);
    }

    @Test
    void whoeverOrderedSomethingIsToldWhyNothingCameOfIt() throws IOException {
        Path answer = folder.resolve("answer");

        Premain.agentmain(new Order(Verb.DESCRIPTORS, answer, "10 \nsocket").argument(), null);

        assertThat(Answer.parse(Files.readString(answer))).isEqualTo(Answer.failed(REASON));
        assertThat(said).hasToString("fdscope: " + REASON + "\n");
    }

    @Test
    void withoutAnOrderItIsSaidOnStderrAlone() {
        Premain.premain(null, null);
        Premain.premain("scan=5s", null);

        assertThat(said).hasToString(("fdscope: " + REASON + "\n").repeat(2));
    }

    @Test
    void anAnswerThatCannotBeWrittenIsSaidToo() {
        Path nowhere = folder.resolve("gone/answer");

        Premain.agentmain(new Order(Verb.START, nowhere, "").argument(), null);

        assertThat(said)
                .hasToString("fdscope: " + REASON + "\nfdscope: no answer to an order from the command line:"
                        + " java.nio.file.NoSuchFileException: " + nowhere + ".new\n");
    }
}
