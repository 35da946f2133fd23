package org.example.shop;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a JVM of its own, spoken to by HTTP on loopback. */
final class RunningShop implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern VALUE = Pattern.compile("\"statistic\":\"VALUE\",\"value\":\"?([^\"}]+)\"?}");

    private final ForkedProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;

    private RunningShop(ForkedProcess process) {
        this.process = process;
        Matcher line = PORT.matcher(process.await("Tomcat started on port"));
        if (!line.find()) {
            throw new AssertionError("no port: " + process.heard());
        }
        root = URI.create("http://127.0.0.1:" + line.group(1) + "/");
    }

    /** Starts it and waits until it listens. */
    static RunningShop start(List<String> jvmFlags, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java(), "-XX:TieredStopAtLevel=1"));
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShopApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new RunningShop(ForkedProcess.start(command));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    String post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    void delete(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(root.resolve(path)).DELETE());
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer + ": " + answer.body());
        }
        return answer.body();
    }

    /** What the actuator shows of a meter. */
    double metric(String name) throws IOException, InterruptedException {
        Matcher value = VALUE.matcher(get("actuator/metrics/" + name));
        if (!value.find()) {
            throw new AssertionError("no value of " + name);
        }
        return Double.parseDouble(value.group(1));
    }

    /** What it has said so far. */
    List<String> heard() {
        return process.heard();
    }

    @Override
    public void close() {
        process.close();
    }
}
