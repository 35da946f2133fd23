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

// io.fdscope.CreationSite {
//   startTime = 19:19:46.302
//   scanNumber = 12
//   siteNumber = 3
//   openedBy = "socket"
//   namedFrame = 1
//   stackText = "java.net.Socket.bind(Socket.java:681)
// com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)"
//   closingStackText = N/A
//   history = "123456789,10,,12,
// 10000,5,,5,
// "
//   suspectState = "standing"
//   ...
//   eventThread = "fdscope-sampler" (javaThreadId = 21)
// }
@Name(EventNames.CREATION_SITE)
@Label("Creation Site")
@Category(EventNames.CATEGORY)
@Description("A place in the program that creates sockets, with what is known of it up to a scan. Written when it is "
        + "seen first, and again at the begin of each chunk and with the next scan")
@Period("beginChunk")
@StackTrace(false)
@Registered(false)
final class CreationSiteEvent extends Event {
    @Label("Scan Number")
    @Description("The scan that it was written with, as in the event Leak Evidence")
    int scanNumber;

    @Label("Site Number")
    @Description("Tells it from other places")
    int siteNumber;

    @Label("Opened By")
    @Description("How: socket, serverSocket, accept, datagram, unix or unixAccept")
    String openedBy;

    @Label("Named Frame")
    @Description("Index of the frame that it is named by, from 0")
    int namedFrame;

    @Label("Creating Stack")
    @Description("Innermost frame first, a frame a line. Missing where the sockets were created before tracing")
    String stackText;

    @Label("Closing Stack")
    @Description("Where Java closed those that are held after close. Missing where there are none")
    String closingStackText;

    @Label("History")
    @Description("A line for each scan: moment in milliseconds, open, lingering, created and dropped sockets. From the "
            + "second line on differences")
    String history;

    @Label("Suspect State")
    @Description("Either standing or cleared. Missing where it is no suspect")
    String suspectState;

    @Label("Suspect Rule")
    @Description("What spoke against it last")
    String suspectRule;

    @Label("Cause")
    @Description("What is wrong with most of its sockets, in a word")
    String cause;

    @Label("Peak")
    @Description("Most sockets that this was about")
    int peakCount;

    @Label("Held Moment")
    @Description("When that was so last, on the clock of Moment in the event Leak Evidence")
    @Timespan(Timespan.MILLISECONDS)
    long heldMoment;

    @Label("Cleared Moment")
    @Description("When it was cleared, on the same clock")
    @Timespan(Timespan.MILLISECONDS)
    long clearedMoment;
}
