package io.fdscope.bench.server;

import java.nio.charset.StandardCharsets;

/**
 * Listens on one port of every address, and gives every request the same answer: as little work as a server can have.
 * {@code bench/application} gives it a network of its own, which nobody else can reach.
 */
interface HttpServer {
    /** What it answers. */
    byte[] BODY = "Hello, world!".getBytes(StandardCharsets.US_ASCII);

    /** As MIME has it. */
    String CONTENT_TYPE = "text/plain";

    /** Where it listens. */
    int port();
}
