package io.fdscope.examples.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A program of the system that knows about descriptors or sockets.
 *
 * @param words its command line
 */
record Tool(List<String> words) {
    /** Why there is nothing to be had from one. */
    static final String NOT_INSTALLED = "not installed";

    Tool(String... words) {
        this(List.of(words));
    }

    /** What it prints, by line; empty where it is not installed. */
    Optional<List<String>> lines() throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Optional.of(text.lines().toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
