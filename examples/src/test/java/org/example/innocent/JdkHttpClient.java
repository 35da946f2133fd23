package org.example.innocent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.example.Runner;

/** Fetches with the JDK's HttpClient: one that lives on in each thread, and now and then one more. */
public final class JdkHttpClient {
    private static final int THREADS = 8;
    private static final int PAUSE_MILLIS = 20;
    private static final int REQUESTS_A_CLIENT = 25;

    private final HttpRequest request;
    private HttpClient client;
    private int requests;

    private JdkHttpClient(URI site) {
        request = HttpRequest.newBuilder(site).build();
    }

    public static void main(String[] arguments) throws Exception {
        URI site = LocalSite.start();
        HttpClient shared = HttpClient.newHttpClient();
        Runner.follow(new Workers(THREADS, () -> {
            JdkHttpClient own = new JdkHttpClient(site);
            return () -> own.fetch(shared);
        }));
    }

    private void fetch(HttpClient shared) throws IOException, InterruptedException {
        if (requests++ % REQUESTS_A_CLIENT == 0) {
            client = HttpClient.newHttpClient();
        }
        shared.send(request, BodyHandlers.ofString());
        client.send(request, BodyHandlers.ofString());
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
