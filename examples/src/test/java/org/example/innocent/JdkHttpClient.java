package org.example.innocent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.example.Runner;

/** Fetches with one HttpClient of the JDK's from many threads; every fifth request has its connection closed. */
public final class JdkHttpClient {
    private static final int THREADS = 20;
    private static final int PAUSE_MILLIS = 20;
    private static final int KEPT = 4;

    private JdkHttpClient() {}

    public static void main(String[] arguments) throws Exception {
        URI site = LocalSite.start();
        URI closing = site.resolve(LocalSite.CLOSING);
        HttpClient client = HttpClient.newHttpClient();
        Runner.follow(new Workers(THREADS, () -> () -> {
            for (int i = 0; i < KEPT; i++) {
                fetch(client, site);
            }
            fetch(client, closing);
        }));
    }

    private static void fetch(HttpClient client, URI site) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(site).build(), BodyHandlers.ofString());
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
