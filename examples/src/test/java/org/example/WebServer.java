package org.example;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat with one servlet, on a port of the loopback interface. */
public final class WebServer {
    private final Tomcat tomcat = new Tomcat();

    private WebServer() {}

    /** Starts it; the JVM's end ends it. */
    public static WebServer start(HttpServlet servlet) throws IOException, LifecycleException {
        Logger.getLogger("").setLevel(Level.OFF);
        String folder = Files.createTempDirectory("tomcat").toString();
        WebServer server = new WebServer();
        server.tomcat.setBaseDir(folder);
        server.tomcat.setPort(0);
        server.tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = server.tomcat.addContext("", folder);
        Tomcat.addServlet(context, "orders", servlet).addMapping("/*");
        server.tomcat.start();
        return server;
    }

    /** Where it listens. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }
}
