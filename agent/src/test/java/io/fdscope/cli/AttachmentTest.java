package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private final Attachment attachment = new Attachment(4711, new TimeLimit(Duration.ofSeconds(1)));

    /** What a JVM says that has one descriptor left, for the attaching itself. */
    @Test
    void aJarThatTheProcessSeesAndCannotOpenIsTakenForWantOfADescriptor() {
        assertThat(attachment.explain(new AgentLoadException("Agent JAR not found or no Agent-Class attribute")))
                .hasMessage(
                        "cannot attach to process 4711: Agent JAR not found or no Agent-Class attribute; it may have no"
                                + " descriptor left to open the jar: 'status' and 'why' read what it last wrote");
    }

    @Test
    void aProcessThatRefusesIsToldByTheWaysToRefuse() {
        assertThat(attachment.explain(new AttachNotSupportedException("no")))
                .hasMessage("cannot attach to process 4711: it accepts no attach (started with"
                        + " -XX:+DisableAttachMechanism, or still starting)");
    }

    @Test
    void whatHasNothingToDoWithTheJarIsSaidAsItIs() {
        assertThat(attachment.explain(new AgentLoadException("Dynamic agent loading is not enabled")))
                .hasMessage("cannot attach to process 4711: Dynamic agent loading is not enabled");
    }
}
