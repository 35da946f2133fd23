package org.example.innocent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The JDK's own web server, with a short answer to everything. */
final class LocalSite {
    /** After this path's answer the connection is closed. */
    static final String CLOSING = "/closing";

    private static final byte[] ANSWER = "hello".getBytes(StandardCharsets.UTF_8);
    private static final int THREADS = 4;

    private LocalSite() {}

    /** Starts it, and tells where. */
    static URI start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LocalSite::answer);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals(CLOSING)) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }
}
