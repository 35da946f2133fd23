package org.example.innocent;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.example.Runner;
import org.h2.tools.Server;

/** HikariCP with connections to an H2 server by TCP; more threads than connections. */
public final class HikariPool {
    private static final int THREADS = 30;
    private static final int CONNECTIONS = 20;
    private static final int PAUSE_MILLIS = 20;

    private HikariPool() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:orders");
        pool.setUsername("orders");
        pool.setMaximumPoolSize(CONNECTIONS);
        Runner.follow(new Workers(THREADS, () -> () -> query(pool)));
    }

    private static void query(HikariDataSource pool) throws SQLException, InterruptedException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
