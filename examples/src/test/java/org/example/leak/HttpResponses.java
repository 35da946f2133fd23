package org.example.leak;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.example.Remote;
import org.example.Runner;

/** Never closes the responses of Apache's HttpClient, whose pool thinks that all its connections are in use. */
public final class HttpResponses {
    private HttpResponses() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        HttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(2 * Drip.MOST)
                        .setMaxConnTotal(2 * Drip.MOST)
                        .build())
                .build();
        String url = "http://127.0.0.1:" + Remote.of(arguments).tcp().getPort() + "/";
        Runner.follow(new Drip(() -> create(client, url)));
    }

    private static void create(HttpClient client, String url) throws IOException {
        Forgotten.keep(client.executeOpen(null, new HttpGet(url), null)); // LEAK
    }
}
