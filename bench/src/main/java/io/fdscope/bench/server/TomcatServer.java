package io.fdscope.bench.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat as it comes, but for keep-alive without an end: a thread for each request, from a pool. */
final class TomcatServer implements HttpServer {
    private final Connector connector;

    TomcatServer() throws IOException, LifecycleException {
        Path folder = Files.createTempDirectory("fdscope-bench");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        connector = tomcat.getConnector();
        connector.setProperty("maxKeepAliveRequests", "-1"); // As it comes, a connection ends after 100.
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "hello", new Hello()).addMapping("/");
        tomcat.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    private static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType(CONTENT_TYPE);
            response.setContentLength(BODY.length);
            response.getOutputStream().write(BODY);
        }
    }
}
