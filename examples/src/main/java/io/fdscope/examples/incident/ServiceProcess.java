package io.fdscope.examples.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The service as its starter sees it: takes orders, gives answers, ends when this is closed or this JVM is gone. */
final class ServiceProcess implements AutoCloseable {
    private static final int LAST_LINES = 8;
    private static final Duration END = Duration.ofSeconds(5);

    private final Process process;
    private final Map<ServiceAnswer, String> answers = new EnumMap<>(ServiceAnswer.class);
    private final Deque<String> otherLines = new ArrayDeque<>();
    private boolean ended;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    static ServiceProcess start(ServiceCommand command) throws DemoFailure {
        try {
            Process process = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .start();
            ServiceProcess service = new ServiceProcess(process);
            Thread reader = new Thread(service::readAnswers, "service-output");
            reader.setDaemon(true);
            reader.start();
            return service;
        } catch (IOException e) {
            throw new DemoFailure("the service could not be started: " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Gives an order; see {@link ServiceOrders}. */
    void order(String order) throws DemoFailure {
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw endedEarly();
        }
    }

    /**
     * Waits for an answer and returns its text.
     *
     * @throws DemoFailure when it does not come in that time, or the service ends or fails instead
     */
    String await(ServiceAnswer answer, Duration atMost) throws DemoFailure, InterruptedException {
        return awaitIfAny(answer, atMost)
                .orElseThrow(() -> new DemoFailure(
                        "the service did not say " + answer + " within " + atMost.toSeconds() + " s" + lastLines()));
    }

    /** Waits for an answer; empty when it has not come in that time. */
    synchronized Optional<String> awaitIfAny(ServiceAnswer answer, Duration atMost)
            throws DemoFailure, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!answers.containsKey(answer)) {
            if (answers.containsKey(ServiceAnswer.FAILED)) {
                throw new DemoFailure("the service could not " + answers.get(ServiceAnswer.FAILED));
            }
            if (ended) {
                throw endedEarly();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return Optional.of(answers.get(answer));
    }

    private void readAnswers() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException e) {
            note(e.toString());
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void note(String line) {
        if (line.strip().startsWith("at ")) {
            return; // Frames would push out the line that says what happened.
        }
        if (!ServiceAnswer.isOne(line)) {
            otherLines.add(line);
            if (otherLines.size() > LAST_LINES) {
                otherLines.remove();
            }
            return;
        }
        for (ServiceAnswer answer : ServiceAnswer.values()) {
            answer.textOf(line).ifPresent(text -> answers.put(answer, text));
        }
        notifyAll();
    }

    private DemoFailure endedEarly() {
        return new DemoFailure("the service ended before its time" + lastLines());
    }

    private synchronized String lastLines() {
        return otherLines.isEmpty() ? "" : "; it said last:\n  " + String.join("\n  ", otherLines);
    }

    /** Ends the service and waits until it is gone: by the end of its input, or, should it hang, by force. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
