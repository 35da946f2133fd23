package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

// io.fdscope.FileDescriptorUsage {
//   startTime = 19:19:46.276
//   openCount = 16012
//   softLimit = 20000
//   hardLimit = 20000
//   headroom = 3988
//   utilization = 80.06%
//   socketCount = 15969
//   unidentifiedSocketCount = 15968
//   heldAfterCloseCount = -1
//   fileCount = 14
//   pipeCount = 2
//   anonInodeCount = 0
//   otherCount = 2
//   growthPerMinute = 29870.4
//   timeToExhaustion = 8.01 s
//   eventThread = "JFR Periodic Tasks" (javaThreadId = 12)
// }
/**
 * The last sample, once a period. A sample older than a minute is written once and not again: where the events stop, the
 * monitor has stopped looking.
 */
@Name(EventNames.FILE_DESCRIPTOR_USAGE)
@Label("File Descriptor Usage")
@Category(EventNames.CATEGORY)
@Description("How many file descriptors the process has open, of which kinds, and how far it is from its "
        + "limit. Counts by kind are those of the last scan and leave out what the monitor itself has "
        + "open. Unknown is -1")
@Period("1 s")
@StackTrace(false)
@Registered(false)
final class FileDescriptorUsageEvent extends Event {
    @Label("Open")
    @Description("File descriptors the kernel counts for this process, those of the monitor included")
    int openCount;

    @Label("Soft Limit")
    @Description("Limit at which opening fails. Unlimited is 2147483647")
    int softLimit;

    @Label("Hard Limit")
    @Description("How far the process may raise its soft limit. Unlimited is 2147483647")
    int hardLimit;

    @Label("Headroom")
    @Description("Soft limit minus open count")
    int headroom;

    @Label("Utilization")
    @Description("Open count over soft limit")
    @Percentage
    float utilization;

    @Label("Sockets")
    @Description("Sockets, the unidentified included")
    int socketCount;

    @Label("Unidentified Sockets")
    @Description("Sockets that none of the kernel tables lists, lsof shows them as type sock. Unbound UDP sockets "
            + "are among them")
    int unidentifiedSocketCount;

    @Label("Held after Close")
    @Description("Sockets that Java has closed and whose file descriptor is still held")
    int heldAfterCloseCount;

    @Label("Files")
    @Description("Regular, deleted and in-memory files, and directories")
    int fileCount;

    @Label("Pipes")
    @Description("Pipes and FIFOs")
    int pipeCount;

    @Label("Anonymous Inodes")
    @Description("Event and polling descriptors, and others without a file")
    int anonInodeCount;

    @Label("Others")
    @Description("Devices, and what is none of the other kinds")
    int otherCount;

    @Label("Growth per Minute")
    @Description("File descriptors gained each minute, negative when the count falls. Unknown is NaN")
    double growthPerMinute;

    @Label("Time to Exhaustion")
    @Description("Until the open count reaches the soft limit at this growth. Unknown when it does not grow")
    @Timespan(Timespan.MILLISECONDS)
    long timeToExhaustion;
}
