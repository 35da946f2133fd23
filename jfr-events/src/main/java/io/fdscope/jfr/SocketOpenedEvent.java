package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

// io.fdscope.SocketOpened {
//   startTime = 22:42:08.705
//   creationId = 34
//   fd = 16
//   openedBy = "socket"
//   protocol = "tcp"
//   leftOutCount = 0
//   eventThread = "main" (javaThreadId = 3)
//   stackTrace = [
//     io.fdscope.jfr.SocketEvents.opened(long, int, OpenedBy) line: 47
//     io.fdscope.trace.LifeHooks.opened(FileDescriptor, int) line: 43
//     sun.nio.ch.Net.socket(ProtocolFamily, boolean) line: 491
//     sun.nio.ch.Net.socket() line: 485
//     sun.nio.ch.NioSocketImpl.create(boolean) line: 473
//     ...
//   ]
// }
@Name(EventNames.SOCKET_OPENED)
@Label("Socket Opened")
@Category(EventNames.CATEGORY)
@Description("Java has created or accepted a socket. At most 1000 events a second")
@StackTrace(true)
@Registered(false)
final class SocketOpenedEvent extends Event {
    @Label("Creation Id")
    @Description("Tells this creation from all others. Unknown is 0")
    long creationId;

    @Label("File Descriptor")
    int fd;

    @Label("Opened By")
    @Description("How: socket, serverSocket, accept, datagram, unix or unixAccept")
    String openedBy;

    @Label("Protocol")
    String protocol;

    @Label("Left Out")
    @Description("Sockets since the last event that got none because there were more than 1000 a second")
    int leftOutCount;
}
