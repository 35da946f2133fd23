package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

// io.fdscope.KernelSocketUsage {
//   startTime = 19:19:46.276
//   socketsUsed = 500
//   tcpAllocated = 476
//   tcpInUse = 3
//   tcpSixInUse = 2
//   tcpOrphaned = 0
//   tcpTimeWait = 2
//   tcpMemory = 260.0 kB
//   udpInUse = 0
//   udpSixInUse = 0
//   udpMemory = 0 bytes
//   rawInUse = 0
//   rawSixInUse = 0
//   eventThread = "JFR Periodic Tasks" (javaThreadId = 12)
// }
@Name(EventNames.KERNEL_SOCKET_USAGE)
@Label("Kernel Socket Usage")
@Category(EventNames.CATEGORY)
@Description("The socket counts of the kernel, not only of this process. Allocated, orphaned and memory are "
        + "of the whole host, the rest of this network namespace. Unknown is -1")
@Period("10 s")
@StackTrace(false)
@Registered(false)
final class KernelSocketUsageEvent extends Event {
    @Label("Sockets Used")
    @Description("Sockets of all families")
    int socketsUsed;

    @Label("TCP Allocated")
    @Description("TCP sockets that hold kernel memory, IPv4 and IPv6 together. Those beyond TCP in Use are "
            + "unidentified")
    int tcpAllocated;

    @Label("TCP in Use")
    @Description("TCP sockets that listen or are connected, IPv4 and IPv6 together")
    int tcpInUse;

    @Label("TCP6 in Use")
    @Description("The IPv6 part of TCP in Use, where Java has its sockets as a rule")
    int tcpSixInUse;

    @Label("TCP Orphaned")
    @Description("TCP sockets without a file descriptor that the protocol has not finished with")
    int tcpOrphaned;

    @Label("TCP Time Wait")
    int tcpTimeWait;

    @Label("TCP Memory")
    @Description("Memory for buffers of TCP sockets")
    @DataAmount
    long tcpMemory;

    @Label("UDP in Use")
    @Description("UDP sockets with a local port, IPv4 and IPv6 together")
    int udpInUse;

    @Label("UDP6 in Use")
    @Description("The IPv6 part of UDP in Use")
    int udpSixInUse;

    @Label("UDP Memory")
    @Description("Memory for buffers of UDP sockets")
    @DataAmount
    long udpMemory;

    @Label("Raw in Use")
    @Description("Raw sockets, IPv4 and IPv6 together")
    int rawInUse;

    @Label("Raw6 in Use")
    @Description("The IPv6 part of Raw in Use")
    int rawSixInUse;
}
