package io.fdscope.examples.matrix;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.jdbc.StandardSocketFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;

/** Asks Connector/J itself in which of its lines a socket gets its descriptor: where it first sets an option. */
final class DriverFrame extends StandardSocketFactory {
    private StackTraceElement frame;

    private DriverFrame() {}

    /** {@code class.method(file:line)}. */
    static String ofSocketsCreation() throws IOException {
        DriverFrame asked = new DriverFrame();
        Properties properties = new Properties();
        properties.setProperty("localSocketAddress", "192.0.2.1");
        assertThatThrownBy(() -> asked.connect("127.0.0.1", 3306, properties)).isInstanceOf(SocketException.class);
        return asked.frame.toString();
    }

    @Override
    protected Socket createSocket(Properties properties) {
        return new Socket() {
            @Override
            public void setTcpNoDelay(boolean on) {
                frame = new Throwable().getStackTrace()[1];
            }
        };
    }
}
