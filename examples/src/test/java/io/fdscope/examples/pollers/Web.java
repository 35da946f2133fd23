package io.fdscope.examples.pollers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client that keeps its connection.
 *
 * @param client what asks
 * @param port on loopback
 */
record Web(HttpClient client, int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Web at(int port) {
        return new Web(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port);
    }

    /** The answer's text. */
    String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it answers at all. */
    boolean isUp(String path) {
        try {
            return !get(path).isEmpty();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
