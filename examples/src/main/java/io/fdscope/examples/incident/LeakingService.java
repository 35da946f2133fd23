package io.fdscope.examples.incident;

import com.alibaba.druid.pool.DruidDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A service that loses one socket with every failed database connection, until it has no descriptor left.
 *
 * <p>It is the incident's mechanism with our own trigger. The mechanism: MySQL Connector/J 5.1 opens a socket, binds it
 * to the local address that its URL names, and when that fails it forgets the socket without closing it; the Druid pool
 * tries again at once. Such a socket is neither bound nor connected, so none of the kernel's tables lists it: unidentified.
 * Only a garbage collection would close it, and with a large young generation there is none. The trigger: the URL names a
 * local address that no host has (192.0.2.1, set aside for documentation by RFC 5737), so that bind fails every time, and
 * nothing is ever sent.
 *
 * <p>Libraries and calls are a real application's. It ends when its input ends, see {@link ServiceOrders}, and in any case
 * after {@link ServiceOrders#LIFETIME}.
 */
public final class LeakingService {
    /** System property: milliseconds that the pool waits after a failed connection. */
    static final String PAUSE = "service.pauseMillis";

    private static final String URL = "jdbc:mysql://127.0.0.1:3306/orders?localSocketAddress=192.0.2.1&useSSL=false";
    private static final int REQUEST_THREADS = 4;
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final AtomicBoolean exhausted = new AtomicBoolean();
    private final DruidDataSource pool = new DruidDataSource();
    private volatile boolean serving = true;

    private LeakingService() {
        pool.setUrl(URL);
        pool.setUsername("orders");
        pool.setMaxWait(LONGEST_WAIT_MILLIS);
        pool.setConnectionErrorRetryAttempts(0);
        pool.setTimeBetweenConnectErrorMillis(Long.getLong(PAUSE, 8));
    }

    /** Starts it; orders come by standard input, answers go to standard output. */
    public static void main(String[] arguments) throws IOException {
        // The pool logs every failure with its stack: noise here, and garbage that would bring a collection nearer.
        Logger.getLogger("").setLevel(Level.OFF);
        LeakingService service = new LeakingService();
        try (LoopbackManagement management = LoopbackManagement.open()) {
            new ServiceOrders(service, management).follow(System.in);
        }
    }

    /** Serves requests, every one of which wants a connection. */
    void serve() {
        for (int i = 0; i < REQUEST_THREADS; i++) {
            Thread thread = new Thread(this::handleRequests, "request-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void handleRequests() {
        while (serving) {
            try (Connection connection = pool.getConnection()) {
                connection.isValid(1);
            } catch (SQLException e) {
                noteExhaustion(e);
            }
        }
    }

    private void noteExhaustion(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Too many open files")
                    && exhausted.compareAndSet(false, true)) {
                ServiceAnswer.EXHAUSTED.say(cause.toString());
            }
        }
    }

    /** Stops serving and gives up the pool. Not one socket is closed by that: the pool has never had them. */
    void letGo() {
        serving = false;
        pool.close();
    }
}
