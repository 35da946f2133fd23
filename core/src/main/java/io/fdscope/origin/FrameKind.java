package io.fdscope.origin;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whose code a stack frame is, as far as it matters to somebody who looks for the line that opens a socket. */
enum FrameKind {
    /** The application, or a library that knows what the socket is for. */
    PROGRAM(),
    /** A database driver: it knows what the socket is for, but not for whom. */
    DRIVER(
            "com.clickhouse.",
            "com.ibm.db2.",
            "com.microsoft.sqlserver.",
            "com.mongodb.",
            "com.mysql.",
            "net.sourceforge.jtds.",
            "oracle.jdbc.",
            "oracle.net.",
            "org.mariadb.",
            "org.postgresql.",
            "redis.clients."),
    /**
     * Code that opens sockets for whoever asks: HTTP clients, servers and network frameworks, pools, frameworks that only
     * pass a call on. A database driver's socket factory is none: its name tells which database it is about.
     */
    FACTORY(
            "io.grpc.",
            "io.netty.",
            "io.undertow.",
            "kotlin.",
            "kotlinx.",
            "okhttp3.",
            "okio.",
            "org.apache.catalina.",
            "org.apache.commons.httpclient.",
            "org.apache.commons.net.",
            "org.apache.commons.pool.",
            "org.apache.commons.pool2.",
            "org.apache.coyote.",
            "org.apache.hc.",
            "org.apache.http.",
            "org.apache.mina.",
            "org.apache.tomcat.",
            "org.eclipse.jetty.",
            "org.glassfish.grizzly.",
            "org.springframework.",
            "org.xnio.",
            "reactor.",
            "scala."),
    /** The JDK and its extensions; {@code com.sun.mail} with them, which is a factory as well. */
    JDK("com.sun.", "java.", "javax.", "jdk.", "sun."),
    /** The JDK's code for sockets. */
    SOCKETS("java.net.", "java.nio.", "javax.net.", "sun.nio.", "sun.net.ext.");

    private static final List<FrameKind> NARROW_FIRST = List.of(SOCKETS, JDK, FACTORY, DRIVER);
    private static final List<Set<FrameKind>> BEST_FIRST =
            List.of(Set.of(PROGRAM, DRIVER), Set.of(FACTORY), Set.of(JDK), Set.of(SOCKETS));
    private static final List<String> OURS = List.of("io.fdscope.", "sun.nio.ch.Fdscope");

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final String[] prefixes;

    FrameKind(String... prefixes) {
        this.prefixes = prefixes;
    }

    static FrameKind of(String className) {
        return NARROW_FIRST.stream()
                .filter(kind -> kind.has(className))
                .findFirst()
                .orElse(PROGRAM);
    }

    /** Whether the frame is the tracing's own; above the JDK's frames only, for we may be traced as well. */
    static boolean isOurs(String className) {
        return OURS.stream().anyMatch(className::startsWith);
    }

    /** The index of the frame to name, 0 where there is none. */
    static int head(List<StackTraceElement> frames) {
        List<FrameKind> kinds =
                frames.stream().map(frame -> of(frame.getClassName())).toList();
        return BEST_FIRST.stream()
                .flatMapToInt(named -> IntStream.range(0, kinds.size())
                        .filter(index -> named.contains(kinds.get(index)))
                        .limit(1))
                .findFirst()
                .orElse(0);
    }

    boolean isJdk() {
        return this == JDK || this == SOCKETS;
    }

    private boolean has(String className) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
