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
import jdk.jfr.Timestamp;

// io.fdscope.UnidentifiedSocket {
//   startTime = 19:19:46.302
//   fd = 35
//   inode = 480364
//   protocol = N/A
//   socketState = "UNIDENTIFIED"
//   localAddress = N/A
//   age = 1.22 s
//   creationId = 0
//   creationTime = N/A
//   cause = N/A
//   leftOutCount = 0
//   eventThread = "JFR Periodic Tasks" (javaThreadId = 12)
// }
@Name(EventNames.UNIDENTIFIED_SOCKET)
@Label("Unidentified Socket")
@Category(EventNames.CATEGORY)
@Description("A socket of this process that none of the kernel tables lists, as of the last scan. At most "
        + "1000 at a time, lowest numbers first")
@Period("60 s")
@StackTrace(false)
@Registered(false)
final class UnidentifiedSocketEvent extends Event {
    @Label("File Descriptor")
    int fd;

    @Label("Inode")
    @Description("Tells two sockets apart that had the same file descriptor one after the other. Unknown is -1")
    long inode;

    @Label("Protocol")
    @Description("Missing where the probe cannot tell it")
    String protocol;

    @Label("Socket State")
    @Description("In the words of the kernel, or UNIDENTIFIED where only its absence from the tables is known")
    String socketState;

    @Label("Local Address")
    @Description("Address and port, missing where the socket has none or the probe cannot tell it")
    String localAddress;

    @Label("Age")
    @Description("Since its creation where that was traced, else since a scan first saw it")
    @Timespan(Timespan.MILLISECONDS)
    long age;

    @Label("Creation Id")
    @Description("The same number as in the event of its creation. Unknown is 0")
    long creationId;

    @Label("Creation Time")
    @Description("When it was created. Missing where the creation was not traced")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long creationTime;

    @Label("Cause")
    @Description("A hint at how it came to be unidentified, missing where nothing hints at it")
    String cause;

    @Label("Left Out")
    @Description("Unidentified sockets of the same scan that got no event because there are more than 1000")
    int leftOutCount;
}
