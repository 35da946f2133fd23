package io.fdscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.FakeEvent;
import io.fdscope.jfr.recording.ReadRecording;
import io.fdscope.recording.RecordingContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user reads, in full. */
class ReportTextTest {
    private static final ReadRecording LEAKING = new ReadRecording(
            Path.of("server-1.jfr"), 812_345, 3, FakeEvent.recorded(60), List.of("a chunk is cut off"));
    private static final ReadRecording QUIET =
            new ReadRecording(Path.of("server-2.jfr"), 999, 1, FakeEvent.recorded(0), List.of());

    @Test
    void aRecordingOfSeveralDaysTellsTimesWithTheirDates() {
        RecordingContent content = new RecordingContent();
        content.include(FakeEvent.START);
        content.include(FakeEvent.START + Duration.ofDays(3).toMillis());
        FakeEvent.events(60).forEach(content::accept);
        content.finish();
        ReadRecording threeDays = new ReadRecording(Path.of("long.jfr"), 1, 1, content, List.of());

        assertThat(new ReportText(new Report("fdscope 1", List.of(threeDays))).text())
                .contains("The verdict at the end, 2023-11-14 22:14:20 UTC", "  2023-11-14 22:14:20  growing: ");
    }

    @Test
    void theTextOfARecording() {
        assertThat(new ReportText(new Report("fdscope 1", List.of(LEAKING))).text())
                .isEqualTo("""
                Recording server-1.jfr: 2023-11-14 22:13:20 to 2023-11-14 22:14:20 UTC, 60 s, 812 kB, 3 chunks
                  process   4242
                  command   app.jar
                  arguments -Xmx1g -Ddb.password=***
                  JVM       Some VM for linux-amd64 JRE (17.0.15+6), built

                The verdict at the end, 22:14:20 UTC
                80 of 100 descriptors are open and 60 of them are sockets that were created at \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) by thread \
                pool-1, and not closed after their connect had failed.

                What to do now:
                  - Whether the program still holds them, a garbage collection tells, for it closes what is \
                dropped: collectGarbageAndCompare in the MXBean, or jcmd 4242 GC.run
                  - Close the socket when an option, bind or connect fails: in finally, or \
                try-with-resources, at \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)

                Suspect: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), thread \
                pool-1: not closed after their connect had failed
                  60 open (60 unidentified), the oldest for 60 s; 60 created so far; 60 more a minute
                  to db-1:3306 (60)
                  stack of the creation:
                    at java.net.Socket.bind(Socket.java:681)
                    at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                    at com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)

                How sure this is:
                  - creations have been traced for 60 s, 60 of them; what is older, or native code's, is not \
                known

                How it went (UTC)
                  22:14:20  growing: 80 of 100 descriptors are open and 60 of them are sockets that were \
                created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) by \
                thread pool-1, and not closed after their connect had failed.

                Open descriptors
                  20 at first, 80 at most, 80 at last; soft limit 100
                  at most 60 unidentified sockets, 0 held after close, 7 files

                Suspects at 22:14:20 UTC
                  OPEN  UNIDENTIFIED  DROPPED  OLDEST  MORE A MINUTE     STATE          CAUSE  SITE
                    60            60        0    60 s             60  standing  connectFailed  \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)

                Who created sockets
                  CREATED  STILL OPEN      BY  SITE
                       60          60  socket  \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                  (60 creations were recorded, and 0 were not, for more than 1,000 a second get no event. \
                What is still open is known for each site from scan to scan; where fewer were open than \
                before, the latest are taken to be closed.)

                Connects by remote end
                  CONNECTS  FAILED  LONGEST  REMOTE END AND FAILURES
                        60      60     3 ms  db-1:3306: java.net.ConnectException: refused

                Not in this recording
                  - the states of the sockets. To have it: enable io.fdscope.SocketStates, as default, \
                profile and fdscope.jfc do

                What could not be read
                  - a chunk is cut off
                """);
    }

    @Test
    void theTextOfAComparison() {
        assertThat(Comparison.of(LEAKING, QUIET).text()).isEqualTo("""
                Comparison
                  Only the first (server-1.jfr) leaks: 80 of 100 descriptors are open and 60 of them are \
                sockets that were created at \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) by thread \
                pool-1, and not closed after their connect had failed.

                                   FIRST      SECOND  WHAT DIFFERS
                                 growing      stable  worst level
                  60 open, connectFailed  no suspect  leaking sockets, created at \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                                      60           0  failed connects to db-1:3306
                                      80          20  most descriptors open
                                      60           0  most unidentified sockets""");
    }

    @Test
    void ofTwoThatLeakItIsSaidWhetherAtTheSamePlace() {
        ReadRecording later = new ReadRecording(Path.of("later.jfr"), 999, 1, FakeEvent.recorded(40), List.of());

        assertThat(Comparison.of(LEAKING, later).text().lines().skip(1).findFirst())
                .hasValue("  Both leak, and at the same place:"
                        + " com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203).");
    }
}
