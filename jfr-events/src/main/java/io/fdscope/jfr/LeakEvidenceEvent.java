package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

// io.fdscope.LeakEvidence {
//   startTime = 19:19:46.302
//   scanNumber = 12
//   scanTime = 19:19:46.300
//   moment = 123456.789 s
//   scanned = true
//   processIdentifier = 4242
//   openCount = 3240
//   ...
//   criticalThreshold = "95%"
//   eventThread = "fdscope-sampler" (javaThreadId = 21)
// }
@Name(EventNames.LEAK_EVIDENCE)
@Label("Leak Evidence")
@Category(EventNames.CATEGORY)
@Description("What the verdict on leaks rested on at a scan, so that it can be given again from the recording. Written "
        + "with each scan, and again at the begin of each chunk. Unknown is -1")
@StackTrace(false)
@Registered(false)
final class LeakEvidenceEvent extends Event {
    @Label("Scan Number")
    @Description("From 1 since the monitor was started")
    int scanNumber;

    @Label("Scan Time")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long scanTime;

    @Label("Moment")
    @Description("The same on a clock that nobody sets, whose origin means nothing")
    @Timespan(Timespan.MILLISECONDS)
    long moment;

    @Label("Scanned")
    @Description("Whether the sockets could be looked at")
    boolean scanned;

    @Label("Process Identifier")
    int processIdentifier;

    @Label("Open")
    @Description("File descriptors the kernel counted for this process")
    int openCount;

    @Label("Soft Limit")
    @Description("Limit at which opening fails. Unlimited is 2147483647")
    int softLimit;

    @Label("Hard Limit")
    @Description("How far the process may raise its soft limit. Unlimited is 2147483647")
    int hardLimit;

    @Label("Growth per Minute")
    @Description("File descriptors gained each minute, negative when the count falls. Unknown is NaN")
    double growthPerMinute;

    @Label("Time to Exhaustion")
    @Description("Until the open count reaches the soft limit at this growth. Unknown when it does not grow")
    @Timespan(Timespan.MILLISECONDS)
    long timeToExhaustion;

    @Label("Unidentified Sockets")
    @Description("Sockets that none of the kernel tables lists")
    int unidentifiedSocketCount;

    @Label("Unattributed Sockets")
    @Description("Of these, sockets whose creation is not known")
    int unattributedSocketCount;

    @Label("Sites")
    @Description("Places in the program whose counts were written with this event")
    int siteCount;

    @Label("Left Out")
    @Description("Places that were left out because there are more than 200")
    int leftOutCount;

    @Label("Tracing Enabled")
    boolean tracingEnabled;

    @Label("Tracing Since")
    @Description("Since when creations are traced. Missing where they never were")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long tracingSince;

    @Label("Created")
    @Description("Sockets that Java has created since then")
    long createdCount;

    @Label("Sampled One In")
    @Description("One creation in so many has its stack kept")
    int sampledOneIn;

    @Label("Lost")
    @Description("Creations of which nothing could be kept")
    int lostCount;

    @Label("Dropped without Close")
    @Description("Sockets that the garbage collector has closed since tracing began")
    int droppedWithoutCloseCount;

    @Label("Held after Close")
    @Description("Sockets that Java has closed and whose file descriptor is still held")
    int heldAfterCloseCount;

    @Label("Missing Hooks")
    @Description("Places to trace that this version of the JDK lacks")
    int missingHookCount;

    @Label("Suspect Age")
    @Description("No socket younger than that made a suspect")
    @Timespan(Timespan.MILLISECONDS)
    long suspectAge;

    @Label("Suspect Count")
    @Description("No place with fewer such sockets was a suspect")
    int suspectCount;

    @Label("Critical Threshold")
    @Description("Where the process was as good as full, as the option was given")
    String criticalThreshold;
}
