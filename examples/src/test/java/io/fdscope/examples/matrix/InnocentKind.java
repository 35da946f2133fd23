package io.fdscope.examples.matrix;

import org.example.innocent.Bursts;
import org.example.innocent.HikariPool;
import org.example.innocent.JdkHttpClient;
import org.example.innocent.KeepAliveClient;
import org.example.innocent.NettyEcho;
import org.example.innocent.SteadyPool;
import org.example.innocent.Storm;
import org.example.innocent.TomcatUnderLoad;

/** Programs that open many sockets and lose none; with the tally without which the run has shown nothing. */
enum InnocentKind {
    POOL_THAT_FILLS_UP(SteadyPool.class, 300),
    KEEP_ALIVE_CLIENT(KeepAliveClient.class, 1_000),
    BURSTS(Bursts.class, 4),
    STORM(Storm.class, Storm.ROUNDS),
    JDK_HTTP_CLIENT(JdkHttpClient.class, 200),
    TOMCAT_UNDER_LOAD(TomcatUnderLoad.class, 500),
    NETTY_ECHO(NettyEcho.class, 200),
    HIKARI_POOL(HikariPool.class, 1_000);

    private final Class<?> program;
    private final long leastTally;

    InnocentKind(Class<?> program, long leastTally) {
        this.program = program;
        this.leastTally = leastTally;
    }

    Class<?> program() {
        return program;
    }

    long leastTally() {
        return leastTally;
    }
}
