package org.example.innocent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.example.Runner;

/** Fetches with HttpURLConnection, which keeps its connections for the next request. */
public final class KeepAliveClient {
    private static final int THREADS = 20;
    private static final int PAUSE_MILLIS = 20;

    private KeepAliveClient() {}

    public static void main(String[] arguments) throws Exception {
        URI site = LocalSite.start();
        Runner.follow(new Workers(THREADS, () -> () -> fetch(site)));
    }

    private static void fetch(URI site) throws IOException, InterruptedException {
        try (InputStream answer = site.toURL().openStream()) {
            answer.readAllBytes();
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
