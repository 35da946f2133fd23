package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Trend;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Complete texts. */
class VerdictTextTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final TracingFacts TRACED = new TracingFacts(true, NOW - 3_600_000, 4_394, 1, 0, 0, 0);
    private static final Trend STEADY = new Trend(0, -1);
    private static final CreationSite MYSQL = site(
            OpenedBy.SOCKET,
            2,
            frame("java.net.Socket", "createImpl", 477),
            frame("java.net.Socket", "bind", 678),
            frame("com.mysql.jdbc.StandardSocketFactory", "connect", 203),
            frame("com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread", "run", 1687));
    private static final CreationSite CLIENT = site(OpenedBy.SOCKET, 0, frame("com.example.Client", "open", 7));
    private static final CreationSite SERVER = site(OpenedBy.ACCEPT, 0, frame("com.example.Server", "run", 31));
    private static final CreationSite UNTRACED = site(OpenedBy.SOCKET, 0);

    @Test
    void incidentIsToldInItsFirstSentence() {
        assertThat(text(verdict(VerdictLevel.EXHAUSTING, 3212, new Trend(4400, 12), never(3190, 1204))))
                .isEqualTo("""
                        3,212 of 4,096 descriptors are open and 3,190 of them are sockets that were created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) by thread Druid-ConnectionPool-Create-123, never connected, and not closed. The process is full in about 12 s.

                        What to do now:
                          - To buy time: prlimit --pid 4711 --nofile=8192:
                          - A garbage collection closes what the program has dropped: jcmd 4711 GC.run; option relief=gc does so when it gets tight
                          - Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)

                        Suspect: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), thread Druid-ConnectionPool-Create-123: never connected, and not closed
                          3,190 open (3,190 unidentified), the oldest for 95 s; 4,394 created so far; 4,400 more a minute
                          the garbage collector has closed 1,204 of them: the program drops them without close
                          stack of the creation:
                            at java.net.Socket.createImpl(Socket.java:477)
                            at java.net.Socket.bind(Socket.java:678)
                            at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                            at com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1687)

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void fullProcessWhoseHardLimitIsNearSaysWhoMayRaiseIt() {
        assertThat(text(full(never(4000, 0)))).isEqualTo("""
                        4,096 of 4,096 descriptors are open and 4,000 of them are sockets that were created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) by thread Druid-ConnectionPool-Create-123, never connected, and not closed. The process is full: it can open nothing more.

                        What to do now:
                          - To buy time, as root: prlimit --pid 4711 --nofile=8192:8192
                          - Whether the program still holds them, a garbage collection tells, for it closes what is dropped: collectGarbageAndCompare in the MXBean, or jcmd 4711 GC.run
                          - Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)

                        Suspect: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), thread Druid-ConnectionPool-Create-123: never connected, and not closed
                          4,000 open (4,000 unidentified), the oldest for 95 s; 4,394 created so far; 4,400 more a minute
                          stack of the creation:
                            at java.net.Socket.createImpl(Socket.java:477)
                            at java.net.Socket.bind(Socket.java:678)
                            at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                            at com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1687)

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void nothingLeaks() {
        assertThat(text(verdict(VerdictLevel.STABLE, 212, STEADY))).isEqualTo("""
                        No leak is seen. 212 of 4,096 descriptors are open, and their number does not grow.

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void tooLittleHasBeenSeen() {
        assertThat(text(verdict(VerdictLevel.UNKNOWN, 212, Trend.UNKNOWN))).isEqualTo("""
                        Too little has been seen to say whether anything leaks. 212 of 4,096 descriptors are open.

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void growthWithoutASuspect() {
        assertThat(text(verdict(VerdictLevel.GROWING, 2212, new Trend(60, 1884))))
                .isEqualTo("""
                        2,212 of 4,096 descriptors are open, 60 more a minute, but no site that creates sockets is a suspect so far. The process is full in about 31 min.

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void nothingCanBeRead() {
        assertThat(text(Verdict.NONE)).isEqualTo("""
                        How many descriptors are open cannot be read, so nothing can be said.

                        How sure this is:
                          - creations are not traced, so no suspect can be named""");
    }

    @Test
    void attachedLateItTellsWhatIsLeft() {
        assertThat(text(attachedLate())).isEqualTo("""
                        1,100 of 4,096 descriptors are open and 900 of them are sockets that were created before tracing began, or by native code, and not closed after the connection was reset or timed out.

                        What to do now:
                          - Whether the program still holds them, a garbage collection tells, for it closes what is dropped: collectGarbageAndCompare in the MXBean, or jcmd 4711 GC.run
                          - Find who leaks: what Java creates from now on is traced, so a leak that goes on names its line

                        Suspect: created before tracing began, or by native code: not closed after the connection was reset or timed out
                          900 open (900 unidentified), the oldest for 40 s

                        How sure this is:
                          - creations have been traced for 45 s, 12 of them; what is older, or native code's, is not known
                          - 900 of 900 unidentified sockets: where they were created is not known""");
    }

    @Test
    void estimatedFromASampleWithLossesAndMissingHooks() {
        assertThat(new VerdictText(4711, () -> 2).of(estimated())).isEqualTo("""
                        2,500 of 4,096 descriptors are open and about 1,980 of them are sockets that were created at com.example.Client.open(Client.java:7) by thread main, and not closed after their connect had failed. The process is full in about 89 min.

                        What to do now:
                          - A garbage collection closes what the program has dropped: jcmd 4711 GC.run; option relief=gc does so when it gets tight
                          - Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at com.example.Client.open(Client.java:7)

                        Suspect: com.example.Client.open(Client.java:7), thread main: not closed after their connect had failed
                          about 1,980 open (1,980 unidentified), the oldest for 5 min; 2,290 created so far; 18 more a minute
                          the garbage collector has closed about 310 of them: the program drops them without close
                          to db-1:3306 (1,980)
                          stack of the creation:
                            at com.example.Client.open(Client.java:7)

                        How sure this is:
                          - creations have been traced for 10 min, 9,000,000 of them; what is older, or native code's, is not known
                          - 20 of 2,000 unidentified sockets: where they were created is not known
                          - to keep every stack would cost too much: at present one socket in 12 has its stack kept
                          - numbers with "about" are scaled up from a sample
                          - 7 creations could not be kept, for want of room
                          - 2 of the places to trace do not exist in this JDK: see MissingHooks""");
    }

    @Test
    void closeWaitAndAnotherSite() {
        assertThat(text(verdict(
                        VerdictLevel.GROWING,
                        1500,
                        new Trend(18, 8652),
                        suspect(CLIENT, SuspectCause.CLOSE_WAIT, counts(1100, SocketGroup.CLOSE_WAIT), ""),
                        suspect(SERVER, SuspectCause.ACCEPTED_NOT_CLOSED, counts(220, SocketGroup.ESTABLISHED), ""))))
                .isEqualTo("""
                        1,500 of 4,096 descriptors are open and 1,100 of them are sockets that were created at com.example.Client.open(Client.java:7) by thread main, and not closed after the remote end had closed. Another site leaks as well. The process is full in about 2 h.

                        What to do now:
                          - Whether the program still holds them, a garbage collection tells, for it closes what is dropped: collectGarbageAndCompare in the MXBean, or jcmd 4711 GC.run
                          - Close the socket when it has ended or failed, in finally or try-with-resources, at com.example.Client.open(Client.java:7); a pool has to evict what is idle
                          - Close the socket when it is done with, in finally or try-with-resources, at com.example.Server.run(Server.java:31). If they are in use (clients that stay, a pool that still fills), it is load and no leak

                        Suspect: com.example.Client.open(Client.java:7), thread main: not closed after the remote end had closed
                          1,100 open (1,100 CLOSE_WAIT), the oldest for 5 min; 1,100 created so far; 18 more a minute
                          to db-1:3306 (1,100)
                          stack of the creation:
                            at com.example.Client.open(Client.java:7)

                        Suspect: com.example.Server.run(Server.java:31), thread main: more and more of them, and not closed
                          220 open (220 ESTABLISHED), the oldest for 5 min; 220 created so far; 18 more a minute
                          from db-1:3306 (220)
                          stack of the creation:
                            at com.example.Server.run(Server.java:31)

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void heldAfterCloseShowsWhoClosed() {
        assertThat(text(verdict(VerdictLevel.GROWING, 150, STEADY, held()))).isEqualTo("""
                        150 of 4,096 descriptors are open and 100 of them are sockets that were created at com.example.Client.open(Client.java:7) by thread main, closed in Java, but held by a selector that has not selected since.

                        What to do now:
                          - After close of a channel that is registered with a selector, have the selector select: selectNow, or wakeup where a thread waits in it

                        Suspect: com.example.Client.open(Client.java:7), thread main: closed in Java, but held by a selector that has not selected since
                          120 open (100 CLOSE_WAIT, 20 unidentified), the oldest for 5 min; 120 created so far; 18 more a minute
                          100 closed in Java, their descriptors still held
                          to db-1:3306 (120)
                          stack of the creation:
                            at com.example.Client.open(Client.java:7)
                          stack of the close:
                            at com.example.Client.close(Client.java:19)
                            at com.example.Client.run(Client.java:5)

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void droppedAndClosedByTheCollector() {
        assertThat(text(verdict(VerdictLevel.GROWING, 40, STEADY, dropped()))).isEqualTo("""
                        40 of 4,096 descriptors are open. The garbage collector had to close 1,210 sockets that were created at com.example.Client.open(Client.java:7) by thread main: the program drops them without close.

                        What to do now:
                          - Close the socket in finally, or try-with-resources, at com.example.Client.open(Client.java:7)

                        Suspect: com.example.Client.open(Client.java:7), thread main: dropped without close, and left to the garbage collector
                          0 open; 1,230 created so far
                          the garbage collector has closed 1,210 of them: the program drops them without close
                          stack of the creation:
                            at com.example.Client.open(Client.java:7)

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void clearedSuspectIsStillTold() {
        assertThat(text(verdict(
                        VerdictLevel.STABLE,
                        40,
                        STEADY,
                        cleared(never(3190, 0), new SuspectCounts(0, 0, 0, Map.of(), 3190, 4394, false)))))
                .isEqualTo("""
                        No leak is seen. 40 of 4,096 descriptors are open, and their number does not grow.

                        Cleared: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), thread Druid-ConnectionPool-Create-123: never connected, and not closed, until lately
                          0 open; 4,394 created so far
                          the garbage collector has closed 3,190 of them: the program drops them without close

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void datagramSocketsOfAVirtualThread() {
        assertThat(text(verdict(VerdictLevel.GROWING, 150, STEADY, datagrams())))
                .isEqualTo("""
                        150 of 4,096 descriptors are open and 90 of them are datagram sockets that were created at com.example.Probe.send(Probe.java:11) by a thread without a name, more and more of them, and not closed.

                        What to do now:
                          - Whether the program still holds them, a garbage collection tells, for it closes what is dropped: collectGarbageAndCompare in the MXBean, or jcmd 4711 GC.run
                          - Close the socket when it is done with, in finally or try-with-resources, at com.example.Probe.send(Probe.java:11). If they are in use (clients that stay, a pool that still fills), it is load and no leak

                        Suspect: com.example.Probe.send(Probe.java:11), a thread without a name: more and more of them, and not closed
                          90 open (90 UDP bound), the oldest for 3 days; 90 created so far
                          stack of the creation:
                            at com.example.Probe.send(Probe.java:11)

                        How sure this is:
                          - creations have been traced for 60 min, 4,394 of them; what is older, or native code's, is not known""");
    }

    @Test
    void theEndOfADeepStackIsToldAsANumber() {
        String text = text(ExampleVerdicts.many(1, 60));

        assertThat(text)
                .contains(
                        "\n    at com.example.shop.Service0.call24(Service0.java:25)\n    … 35 more\n\nHow sure this is:\n")
                .doesNotContain("call25");
        assertThat(text(ExampleVerdicts.many(1, 25))).contains("call24").doesNotContain("…");
    }

    @Test
    void ofManySitesTheFirstHaveTheirOrders() {
        assertThat(text(ExampleVerdicts.many(20, 3)))
                .contains(", at com.example.shop.Service9.call0(Service9.java:1)\n"
                        + "  - Likewise at 10 more sites: see the suspects\n\nSuspect: ")
                .doesNotContain(", at com.example.shop.Service10");
    }

    @Test
    void tracingIsOff() {
        assertThat(text(traced(TracingFacts.NONE, VerdictLevel.STABLE, 212, STEADY)))
                .isEqualTo("""
                        No leak is seen. 212 of 4,096 descriptors are open, and their number does not grow.

                        How sure this is:
                          - creations are not traced, so no suspect can be named""");
    }

    private static Verdict full(Suspect suspect) {
        Reading full = new Reading(NOW, 0, 4096, new Limits(4096, 4096), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
        return new Verdict(VerdictLevel.EXHAUSTING, full, new Trend(0, 0), 4000, 0, List.of(suspect), TRACED);
    }

    private static Verdict attachedLate() {
        Suspect old = new Suspect(
                UNTRACED,
                "",
                SuspectState.STANDING,
                SuspectCause.RESET,
                counts(900, SocketGroup.UNIDENTIFIED),
                40_000,
                0,
                Map.of(),
                "");
        TracingFacts facts = new TracingFacts(true, NOW - 45_000, 12, 1, 0, 0, 0);
        return new Verdict(VerdictLevel.GROWING, reading(1100), STEADY, 900, 900, List.of(old), facts);
    }

    private static Verdict estimated() {
        SuspectCounts counts =
                new SuspectCounts(1980, 1980, 0, Map.of(SocketGroup.UNIDENTIFIED, 1980L), 310, 2290, true);
        TracingFacts facts = new TracingFacts(true, NOW - 600_000, 9_000_000, 12, 7, 310, 0);
        Suspect failed = suspect(CLIENT, SuspectCause.CONNECT_FAILED, counts, "");
        return new Verdict(VerdictLevel.GROWING, reading(2500), new Trend(18, 5320), 2000, 20, List.of(failed), facts);
    }

    private static Suspect held() {
        return suspect(
                CLIENT,
                SuspectCause.HELD_AFTER_CLOSE,
                new SuspectCounts(
                        120,
                        20,
                        100,
                        Map.of(SocketGroup.UNIDENTIFIED, 20L, SocketGroup.CLOSE_WAIT, 100L),
                        0,
                        120,
                        false),
                "com.example.Client.close(Client.java:19)\ncom.example.Client.run(Client.java:5)");
    }

    private static Suspect dropped() {
        return new Suspect(
                CLIENT,
                "main",
                SuspectState.STANDING,
                SuspectCause.DROPPED,
                new SuspectCounts(0, 0, 0, Map.of(), 1210, 1230, false),
                -1,
                Double.NaN,
                Map.of(),
                "");
    }

    private static Suspect datagrams() {
        CreationSite site = site(OpenedBy.DATAGRAM, 0, frame("com.example.Probe", "send", 11));
        return new Suspect(
                site,
                "",
                SuspectState.STANDING,
                SuspectCause.DATAGRAM_NOT_CLOSED,
                counts(90, SocketGroup.UDP_BOUND),
                86_400_000 * 3,
                0.2,
                Map.of(),
                "");
    }

    private static Suspect never(long open, long dropped) {
        return new Suspect(
                MYSQL,
                "Druid-ConnectionPool-Create-123",
                SuspectState.STANDING,
                SuspectCause.NEVER_CONNECTED,
                new SuspectCounts(open, open, 0, Map.of(SocketGroup.UNIDENTIFIED, open), dropped, 4394, false),
                95_000,
                4400,
                Map.of(),
                "");
    }

    private static Suspect suspect(CreationSite site, SuspectCause cause, SuspectCounts counts, String closingStack) {
        Map<String, Long> endpoints = site.frames().isEmpty() ? Map.of() : Map.of("db-1:3306", counts.open());
        return new Suspect(site, "main", SuspectState.STANDING, cause, counts, 300_000, 18, endpoints, closingStack);
    }

    private static Suspect cleared(Suspect last, SuspectCounts counts) {
        return new Suspect(
                last.site(),
                last.threadName(),
                SuspectState.CLEARED,
                last.cause(),
                counts,
                -1,
                Double.NaN,
                Map.of(),
                "");
    }

    private static SuspectCounts counts(long open, SocketGroup state) {
        long unidentified = state == SocketGroup.UNIDENTIFIED ? open : 0;
        return new SuspectCounts(open, unidentified, 0, Map.of(state, open), 0, open, false);
    }

    private static Verdict verdict(VerdictLevel level, long open, Trend trend, Suspect... suspects) {
        return traced(TRACED, level, open, trend, suspects);
    }

    private static Verdict traced(TracingFacts facts, VerdictLevel level, long open, Trend trend, Suspect... suspects) {
        long unidentified = Arrays.stream(suspects)
                .mapToLong(suspect -> suspect.counts().unidentified())
                .sum();
        return new Verdict(level, reading(open), trend, unidentified, 0, List.of(suspects), facts);
    }

    private static Reading reading(long open) {
        return new Reading(NOW, 0, open, new Limits(4096, 65_536), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
    }

    private static CreationSite site(OpenedBy by, int head, StackTraceElement... frames) {
        return new CreationSite(by, List.of(frames), head);
    }

    private static StackTraceElement frame(String type, String method, int line) {
        String file = type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$.*", "") + ".java";
        return new StackTraceElement(type, method, file, line);
    }

    private static String text(Verdict verdict) {
        return new VerdictText(4711).of(verdict);
    }
}
