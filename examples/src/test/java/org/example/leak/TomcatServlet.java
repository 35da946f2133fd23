package org.example.leak;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import org.example.Remote;
import org.example.Runner;
import org.example.WebServer;

/** A servlet in Tomcat that connects for every request, and does not close. */
public final class TomcatServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Remote remote;

    private TomcatServlet(Remote remote) {
        this.remote = remote;
    }

    public static void main(String[] arguments) throws Exception {
        WebServer server = WebServer.start(new TomcatServlet(Remote.of(arguments)));
        URL url = URI.create("http://127.0.0.1:" + server.port() + "/").toURL();
        Runner.follow(new Drip(() -> request(url)));
    }

    private static void request(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.getInputStream().readAllBytes();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        create();
        response.getWriter().print("ordered");
    }

    private void create() throws IOException {
        Socket socket = new Socket();
        socket.connect(remote.tcp()); // LEAK
        Forgotten.keep(socket);
    }
}
