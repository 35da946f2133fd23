package io.fdscope.cli;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.fdscope.order.Answer;
import io.fdscope.order.Order;
import io.fdscope.order.Verb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Has the agent in another JVM of this machine obey an order: loads it there once more, with the order as its options. */
final class Attachment {
    private static final long POLL_NANOS = 20_000_000;

    private final AttachTarget target;
    private final TimeLimit limit;

    Attachment(long pid, TimeLimit limit) {
        this.target = new AttachTarget(pid);
        this.limit = limit;
    }

    /**
     * Sends the order and waits for the answer.
     *
     * @return what it answers
     * @throws UserError where the process cannot be attached to, refuses, or does not answer in time
     */
    String order(Verb verb, String text) throws UserError {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw new UserError("this Java has no module jdk.attach: run this with the java of a JDK");
        }
        target.checkProcess();
        target.checkKind(System.getProperty("java.vm.name", ""));
        Path jar = ownJar();
        target.checkSees(jar);
        Answer answer = send(verb, text, jar);
        if (answer.outcome() == Answer.Outcome.FAILED) {
            throw new UserError("process " + target.pid() + ": "
                    + answer.text()
                            .replace(
                                    Answer.NONE_RUNS,
                                    Answer.NONE_RUNS + "; 'fdscope attach " + target.pid() + "' starts one"));
        }
        return answer.text();
    }

    private Answer send(Verb verb, String text, Path jar) throws UserError {
        try (AnswerFile file = AnswerFile.make(target)) {
            Order order = new Order(verb, file.insidePath(), text);
            return limit.call(() -> {
                load(jar, order);
                return await(file);
            });
        } catch (TimeoutException e) {
            throw new UserError(
                    "no answer from process " + target.pid() + " within "
                            + limit.timeout().toMillis() + " ms: it may hang, or have no descriptor left; 'status' and"
                            + " 'why' read what it last wrote",
                    e);
        } catch (ExecutionException e) {
            throw explain(e.getCause());
        } catch (IOException e) {
            throw new UserError("cannot make a file for the answer of process " + target.pid() + ": " + e, e);
        }
    }

    private void load(Path jar, Order order) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(target.pid()));
        try {
            machine.loadAgent(jar.toString(), order.argument());
        } finally {
            machine.detach();
        }
    }

    private static Answer await(AnswerFile file) throws IOException, UserError {
        while (!file.isThere()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return Answer.parse(file.read());
    }

    UserError explain(Throwable cause) {
        if (cause instanceof UserError refused) {
            return new UserError("process " + target.pid() + ": " + refused.getMessage(), refused);
        }
        return new UserError("cannot attach to process " + target.pid() + ": " + reason(cause), cause);
    }

    /** That the process can see the jar has been looked at before. */
    private static String reason(Throwable cause) {
        if (cause instanceof AttachNotSupportedException) {
            return "it accepts no attach (started with -XX:+DisableAttachMechanism, or still starting)";
        }
        String told = String.valueOf(UserError.root(cause).getMessage());
        return cause instanceof AgentLoadException && told.contains("JAR")
                ? told + "; it may have no descriptor left to open the jar: 'status' and 'why' read what it last wrote"
                : told;
    }

    private static Path ownJar() throws UserError {
        try {
            Path jar = Path.of(Attachment.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar.toRealPath();
            }
            throw new UserError("attaching takes the finished fdscope.jar, and this runs from " + jar);
        } catch (URISyntaxException | IOException e) {
            throw new UserError("cannot tell where fdscope.jar is: " + e, e);
        }
    }
}
