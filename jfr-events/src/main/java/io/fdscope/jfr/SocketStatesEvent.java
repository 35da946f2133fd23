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

// io.fdscope.SocketStates {
//   startTime = 19:19:46.276
//   established = 1
//   synSent = 0
//   synReceived = 0
//   finWaitOne = 0
//   finWaitTwo = 0
//   timeWait = 0
//   close = 0
//   closeWait = 0
//   lastAck = 0
//   listen = 0
//   closing = 0
//   newSynReceived = 0
//   udpBound = 0
//   udpUnbound = 0
//   unixSockets = 1
//   otherSockets = 0
//   unidentifiedSocketCount = 25
//   eventThread = "JFR Periodic Tasks" (javaThreadId = 12)
// }
@Name(EventNames.SOCKET_STATES)
@Label("Socket States")
@Category(EventNames.CATEGORY)
@Description("Sockets of this process by TCP state, other sockets by family, as of the last scan. All fields but "
        + "UDP Unbound, a part of the unidentified, add up to all sockets. Unknown is -1")
@Period("10 s")
@StackTrace(false)
@Registered(false)
final class SocketStatesEvent extends Event {
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
    @Description("As a rule 0, such a socket has no file descriptor any more")
    int timeWait;

    @Label("Close")
    @Description("TCP sockets in a kernel table in state CLOSE, those in no table are unidentified")
    int close;

    @Label("Close Wait")
    @Description("The peer has closed, this process has not")
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
    @Description("UDP and UDP-Lite sockets with a local port")
    int udpBound;

    @Label("UDP Unbound")
    @Description("Of the unidentified sockets, UDP and UDP-Lite sockets without a local port. 0 where the probe "
            + "cannot tell them from the rest")
    int udpUnbound;

    @Label("Unix Sockets")
    int unixSockets;

    @Label("Other Sockets")
    @Description("Raw, netlink, packet and ping sockets, and those that could not be looked at")
    int otherSockets;

    @Label("Unidentified Sockets")
    @Description("Sockets that none of the kernel tables lists, lsof shows them as type sock. Unbound UDP sockets "
            + "are among them")
    int unidentifiedSocketCount;
}
