package org.example.leak;

import com.alibaba.druid.pool.DruidDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.example.Application;
import org.example.Runner;

/**
 * A Druid pool of Connector/J 5.1 connections, whose URL names a local address that the host lacks: every try loses a
 * socket, which is garbage at once.
 */
public final class DruidConnections implements Application {
    private static final String URL = "jdbc:mysql://127.0.0.1:3306/orders?localSocketAddress=192.0.2.1&useSSL=false";
    private static final int PAUSE_MILLIS = 50;
    private static final int LONGEST_WAIT_MILLIS = 200;

    private final DruidDataSource pool = new DruidDataSource();

    private DruidConnections() {
        pool.setUrl(URL);
        pool.setUsername("orders");
        pool.setMaxWait(LONGEST_WAIT_MILLIS);
        pool.setConnectionErrorRetryAttempts(0);
        pool.setTimeBetweenConnectErrorMillis(PAUSE_MILLIS);
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF); // The pool logs every failure with its stack.
        Runner.follow(new DruidConnections());
    }

    @Override
    public void start() {
        Runner.daemon("request", () -> {
            while (tally() < Drip.MOST && !pool.isClosed()) {
                ask();
            }
            pool.close();
        });
    }

    private void ask() {
        try {
            pool.getConnection(LONGEST_WAIT_MILLIS).close(); // LEAK
        } catch (SQLException expected) {
            // As long as the pool cannot connect.
        }
    }

    @Override
    public long tally() {
        return pool.getCreateErrorCount();
    }

    @Override
    public void stop() throws InterruptedException {
        pool.close();
        for (Thread connecting : connecting()) {
            connecting.join();
        }
    }

    private static List<Thread> connecting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Druid-ConnectionPool-Create"))
                .toList();
    }
}
