package io.fdscope.examples.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the demo's user reads, in full. */
final class DemoTextTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aRowOfTheFallStandsUnderItsHeading() {
        Screen screen = new Screen(out, false, false);
        LiveRow early = new LiveRow(1_000, figures(49, 0, Double.NaN, -1));
        LiveRow late = new LiveRow(1_000, figures(4_036, 3_987, 6_561.4, 1));
        LiveRow unknown = new LiveRow(1_000, Map.of());

        screen.line(LiveRow.heading());
        screen.line(early.falling(screen));
        screen.line(late.falling(screen));
        screen.line(late.recovering(screen));
        screen.line(unknown.falling(screen));

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("""
                  elapsed    open / limit                      unidentified  growth/min  full in
                     38 s      49 / 4,096  [..........]   1 %             0           -        -
                     38 s   4,036 / 4,096  [#########.]  98 %         3,987      +6,561      1 s
                     38 s   4,036 / 4,096  [#########.]  98 %         3,987
                      0 s       ? / ?      [..........]     ?             ?           -        -
                """);
    }

    @Test
    void aForecastIsTheTimeSinceTheStart() {
        assertThat(new LiveRow(1_000, figures(4_036, 3_987, 6_561.4, 1)).fullAtSeconds())
                .isEqualTo(39);
        assertThat(new LiveRow(1_000, figures(49, 0, Double.NaN, -1)).fullAtSeconds())
                .isEqualTo(-1);
        assertThat(new LiveRow(1_000, figures(4_096, 4_048, 6_561.4, 0)).fullAtSeconds())
                .isEqualTo(-1);
    }

    @Test
    void theVerdictIsFoldedAndItsStackShortened() {
        VerdictView view = new VerdictView("""
                4,096 of 4,096 descriptors are open and 4,048 of them are sockets that were created at \
                com.mysql.jdbc.StandardSocketFactory.configureSocket(StandardSocketFactory.java:132) by thread \
                Druid-ConnectionPool-Create-7, never connected, and not closed. The process is full.

                Suspect: com.mysql.jdbc.StandardSocketFactory.configureSocket(StandardSocketFactory.java:132): named above
                  4,048 open (4,048 unidentified), the oldest for 41 s
                  stack of the creation:
                    at sun.nio.ch.Net.socket(Net.java:524)
                    at java.net.Socket.createImpl(Socket.java:530)
                    at java.net.Socket.setTcpNoDelay(Socket.java:1061)
                    at com.mysql.jdbc.StandardSocketFactory.configureSocket(StandardSocketFactory.java:132)
                    at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                    at com.mysql.jdbc.MysqlIO.<init>(MysqlIO.java:299)
                    at java.lang.reflect.Constructor.newInstance(Constructor.java:481)
                    at com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:2100)

                Suspect: another
                  20 open

                What to do now:
                  - Whether the program still holds them, a garbage collection tells, for it closes what is dropped

                How sure this is:
                  - quite""");

        assertThat(String.join("\n", view.essence()) + "\n").isEqualTo("""
                  4,096 of 4,096 descriptors are open and 4,048 of them are sockets that were
                  created at
                  com.mysql.jdbc.StandardSocketFactory.configureSocket(StandardSocketFactory.java:132)
                  by thread Druid-ConnectionPool-Create-7, never connected, and not closed. The
                  process is full.

                  4,048 open (4,048 unidentified), the oldest for 41 s
                  stack of the creation:
                    ... 2 of the JDK
                    at java.net.Socket.setTcpNoDelay(Socket.java:1061)
                    at com.mysql.jdbc.StandardSocketFactory.configureSocket(StandardSocketFactory.java:132)
                    at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                    at com.mysql.jdbc.MysqlIO.<init>(MysqlIO.java:299)
                    ... 1 more
                    at com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:2100)

                  What to do now:
                    - Whether the program still holds them, a garbage collection tells, for it
                      closes what is dropped
                """);
    }

    @Test
    void aStackThatIsShortStaysWhole() {
        List<String> frames =
                List.of("  at java.net.Socket.bind(Socket.java:1)", "  at org.example.Main.main(Main.java:2)");

        assertThat(new ShortStack(frames).lines()).isEqualTo(frames);
        assertThat(new ShortStack(List.of()).lines()).isEmpty();
    }

    @Test
    void theTableTellsAMissingToolFromAFigureThatAToolDoesNotTell() {
        List<String> rows = List.of(
                ComparisonTable.heading().get(1),
                ComparisonTable.row(new Observation("lsof -nP -p 4711", 4096, 4049, 4047, Observation.UNTOLD, "")),
                ComparisonTable.row(Observation.ofKernel("ss -s", 4059)),
                ComparisonTable.row(Observation.absent("lsof", "not installed")));

        assertThat(String.join("\n", rows) + "\n").isEqualTo("""
                                                      open  sockets       sockets  alloc - inuse
                  lsof -nP -p 4711                   4,096    4,049         4,047              -
                  ss -s                                  -        -             -          4,059
                  lsof                               not installed
                """);
    }

    @Test
    void twoSocketsMoreOrLessAreNoDisagreement() {
        Observation fdscope = new Observation("fdscope", 10, 8, 7, 0, "");
        Observation two = new Observation("lsof", 10, 8, 9, 0, "");
        Observation three = new Observation("lsof", 10, 8, 10, 0, "");

        assertThat(new Comparison(fdscope, two).isClose()).isTrue();
        assertThat(new Comparison(fdscope, three).isClose()).isFalse();
        assertThat(new Comparison(fdscope, three).sentence())
                .isEqualTo("fdscope and lsof do NOT agree: they differ by 3 sockets.");
        assertThat(new Comparison(fdscope, Observation.absent("lsof", "not installed")).isClose())
                .isTrue();
    }

    @Test
    void onATerminalARowGivesWayToTheNextAndColoursTellHowBadItIs() {
        Screen screen = new Screen(out, true, true);

        screen.passingLine("first");
        screen.passingLine(screen.as(Screen.Look.ALARM, "second"));
        screen.line("third");
        screen.close("last");
        screen.line("too late");

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("first\r\033[K\033[31;1msecond\033[0m\r\033[Kthird\nlast\n");
    }

    @Test
    void lsofsFieldsAreCountedByDescriptorAndNotByMapping() {
        List<String> fields = List.of(
                "p4711", "fcwd", "tDIR", "fmem", "tREG", "f0", "tFIFO", "f4", "tsock", "f5", "tIPv6", "f6", "tunix");

        assertThat(ListOpenFiles.counted("lsof", fields))
                .isEqualTo(new Observation("lsof", 4, 3, 1, Observation.UNTOLD, ""));
    }

    private static Map<String, Number> figures(long open, long unidentified, double growth, double left) {
        return Map.of(
                "readingEpochMillis", 39_100L,
                "openCount", open,
                "softLimit", 4096L,
                "utilization", open / 4096.0,
                "unidentifiedSocketCount", unidentified,
                "growthPerMinute", growth,
                "secondsToExhaustion", left);
    }
}
