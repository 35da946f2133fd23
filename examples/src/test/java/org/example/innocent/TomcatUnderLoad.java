package org.example.innocent;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.example.Runner;
import org.example.WebServer;

/** Tomcat, and clients of which every other one closes its connection after each answer. */
public final class TomcatUnderLoad extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int THREADS = 30;
    private static final int PAUSE_MILLIS = 50;

    private TomcatUnderLoad() {}

    public static void main(String[] arguments) throws Exception {
        WebServer server = WebServer.start(new TomcatUnderLoad());
        URI site = URI.create("http://127.0.0.1:" + server.port() + "/");
        Runner.follow(new Workers(THREADS, () -> () -> {
            fetch(site, "keep-alive");
            fetch(site, "close");
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }));
    }

    private static void fetch(URI site, String connection) throws IOException {
        HttpURLConnection request = (HttpURLConnection) site.toURL().openConnection();
        request.setRequestProperty("Connection", connection);
        request.getInputStream().readAllBytes();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("ordered");
    }
}
