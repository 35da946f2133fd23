package io.fdscope.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The W3C's WebDriver protocol, as far as we need it: JSON over HTTP to a chromedriver on loopback. Selenium says the same
 * with some thirty more jars (Netty, OpenTelemetry, ...) on the class path that our own hooks are tested on.
 */
final class WebDriver implements AutoCloseable {
    /** {@code ChromeDriver was started successfully on port 33511.} */
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Process process;
    private final URI address;

    /** @param log what the driver has to say */
    WebDriver(Path driver, Path log) throws IOException {
        process = new ProcessBuilder(driver.toString(), "--port=0", "--log-path=" + log)
                .redirectErrorStream(true)
                .start();
        address = URI.create("http://127.0.0.1:" + port());
    }

    private String port() throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IOException("chromedriver ended before it told its port");
    }

    Object post(String path, Map<String, ?> body) {
        return answer(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(JsonTree.text(body))));
    }

    Object delete(String path) {
        return answer(HttpRequest.newBuilder(address.resolve(path)).DELETE());
    }

    private Object answer(HttpRequest.Builder request) {
        try {
            String text = http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString())
                    .body();
            Object value = ((Map<?, ?>) JsonTree.parse(text)).get("value");
            if (value instanceof Map<?, ?> map && map.containsKey("error")) {
                throw new AssertionError(map.get("error") + ": " + map.get("message"));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
