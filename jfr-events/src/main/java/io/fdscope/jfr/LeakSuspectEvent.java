package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

// io.fdscope.LeakSuspect {
//   startTime = 19:19:46.302
//   site = "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)"
//   stackText = "java.net.Socket.bind(Socket.java:681)
// com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
// com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)"
//   creatingThread = "Druid-ConnectionPool-Create-123"
//   openCount = 3190
//   unidentifiedSocketCount = 3190
//   heldAfterCloseCount = 0
//   droppedWithoutCloseCount = 12
//   oldestAge = 45.0 s
//   growthPerMinute = 812.5
//   endpoints = "db-1:3306 (3190)"
//   cause = "bound but never connected, and not closed"
//   suspectState = "standing"
//   eventThread = "JFR Periodic Tasks" (javaThreadId = 12)
// }
@Name(EventNames.LEAK_SUSPECT)
@Label("Leak Suspect")
@Category(EventNames.CATEGORY)
@Description("A place in the program that leaks sockets, as of the last scan. Written once a period while it stands, "
        + "and once when it comes up and when it is cleared. Unknown is -1")
@Period("60 s")
@StackTrace(false)
@Registered(false)
final class LeakSuspectEvent extends Event {
    @Label("Creation Site")
    @Description("The first frame of the creating stack outside the JDK. Missing where the sockets were created "
            + "before tracing")
    String site;

    @Label("Creating Stack")
    @Description("Innermost frame first, a frame a line. Missing where the sockets were created before tracing")
    String stackText;

    @Label("Creating Thread")
    @Description("A thread that created some of them, the latest")
    String creatingThread;

    @Label("Open")
    @Description("Sockets of this place that are open")
    int openCount;

    @Label("Unidentified Sockets")
    @Description("Of these, sockets that none of the kernel tables lists")
    int unidentifiedSocketCount;

    @Label("Held after Close")
    @Description("Of these, sockets that Java has closed")
    int heldAfterCloseCount;

    @Label("Dropped without Close")
    @Description("Sockets of this place that the garbage collector has closed since tracing began")
    int droppedWithoutCloseCount;

    @Label("Oldest Age")
    @Description("Age of the oldest open one")
    @Timespan(Timespan.MILLISECONDS)
    long oldestAge;

    @Label("Growth per Minute")
    @Description("Sockets gained each minute, negative when the count falls. Unknown is NaN")
    double growthPerMinute;

    @Label("Endpoints")
    @Description("The most frequent remote ends as the program gave them, with how many are open to each")
    String endpoints;

    @Label("Cause")
    @Description("What is wrong with most of them")
    String cause;

    @Label("Suspect State")
    @Description("Either standing or cleared")
    String suspectState;
}
