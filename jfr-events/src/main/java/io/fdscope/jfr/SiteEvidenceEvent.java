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

// io.fdscope.SiteEvidence {
//   startTime = 19:19:46.302
//   scanNumber = 12
//   siteNumber = 3
//   creatingThread = "Druid-ConnectionPool-Create-123"
//   openCount = 3190
//   unidentifiedSocketCount = 3190
//   ...
//   endpoints = "3190 db-1:3306"
//   eventThread = "fdscope-sampler" (javaThreadId = 21)
// }
@Name(EventNames.SITE_EVIDENCE)
@Label("Site Evidence")
@Category(EventNames.CATEGORY)
@Description("What a scan counted of the sockets of one place in the program. The place itself is told by the event "
        + "Creation Site of the same site number. At most 200 events a scan. Unknown is -1")
@StackTrace(false)
@Registered(false)
final class SiteEvidenceEvent extends Event {
    @Label("Scan Number")
    @Description("The same number as in the event Leak Evidence")
    int scanNumber;

    @Label("Site Number")
    @Description("The same number as in the event Creation Site")
    int siteNumber;

    @Label("Creating Thread")
    @Description("A thread that created some of them, the latest")
    String creatingThread;

    @Label("Open")
    @Description("Sockets of this place that are open")
    int openCount;

    @Label("Unidentified Sockets")
    @Description("Of these, sockets that none of the kernel tables lists. Unbound UDP sockets are among them")
    int unidentifiedSocketCount;

    @Label("Held after Close")
    @Description("Of these, sockets that Java has closed")
    int heldAfterCloseCount;

    @Label("Dropped without Close")
    @Description("Sockets of this place that the garbage collector has closed since tracing began")
    int droppedWithoutCloseCount;

    @Label("Created")
    @Description("Sockets of this place that lived long enough to be looked at, since tracing began")
    long createdCount;

    @Label("Estimated")
    @Description("Whether the counts are scaled up from a sample")
    boolean estimated;

    @Label("Established")
    int established;

    @Label("SYN Sent")
    int synSent;

    @Label("SYN Received")
    int synReceived;

    @Label("FIN Wait 1")
    int finWaitOne;

    @Label("FIN Wait 2")
    int finWaitTwo;

    @Label("Time Wait")
    int timeWait;

    @Label("Close")
    @Description("TCP sockets in a kernel table in state CLOSE, those in no table are unidentified")
    int close;

    @Label("Close Wait")
    int closeWait;

    @Label("Last ACK")
    int lastAck;

    @Label("Listen")
    int listen;

    @Label("Closing")
    int closing;

    @Label("New SYN Received")
    int newSynReceived;

    @Label("UDP Bound")
    int udpBound;

    @Label("UDP Unbound")
    @Description("Of the unidentified sockets, those that are known to be UDP")
    int udpUnbound;

    @Label("Unix Sockets")
    int unixSockets;

    @Label("Other Sockets")
    int otherSockets;

    @Label("Aged")
    @Description("Of the open ones, those that are older than the suspect age")
    int agedCount;

    @Label("Aged Dead")
    @Description("Sockets of no use that have been so for longer than the suspect age")
    int agedDeadCount;

    @Label("Aged Held after Close")
    @Description("Sockets that Java has closed and that have been held for longer than the suspect age")
    int agedHeldAfterCloseCount;

    @Label("Aged Close Wait")
    @Description("Sockets that the peer has closed, for longer than the suspect age")
    int agedCloseWaitCount;

    @Label("Aged Half-Closed")
    @Description("Sockets whose output was shut down, for longer than the suspect age")
    int agedHalfClosedCount;

    @Label("Stale")
    @Description("Sockets that are closed in one direction only, for longer than ten times the suspect age")
    int staleCount;

    @Label("Sampled")
    @Description("Open sockets that are known to be of this place, on which the counts rest")
    int sampledCount;

    @Label("Sampled Drops")
    @Description("Dropped sockets that are known to be of this place")
    int sampledDropCount;

    @Label("Scaled Open")
    @Description("Open sockets, scaled up by the rate of sampling alone")
    int scaledOpenCount;

    @Label("Scaled Lingering")
    @Description("Of these, those that are closed in one direction only")
    int scaledLingeringCount;

    @Label("Causes")
    @Description("What is wrong with those of no use, a line each with their count")
    String causes;

    @Label("Oldest Age")
    @Description("Age of the oldest open one")
    @Timespan(Timespan.MILLISECONDS)
    long oldestAge;

    @Label("Endpoints")
    @Description("The most frequent remote ends as the program gave them, a line each with their count")
    String endpoints;
}
