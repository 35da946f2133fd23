package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

// io.fdscope.SocketClosed {
//   startTime = 22:42:08.705
//   creationId = 34
//   fd = 16
//   age = 0.412 ms
//   leftOutCount = 0
//   eventThread = "main" (javaThreadId = 3)
//   stackTrace = [
//     io.fdscope.jfr.SocketEvents.closed(long, int, long) line: 92
//     io.fdscope.trace.HookTarget.releasing(FileDescriptor) line: 184
//     sun.nio.ch.UnixDispatcher.close(FileDescriptor)
//     sun.nio.ch.NioSocketImpl.lambda$closerFor$0(FileDescriptor) line: 1201
//     ...
//   ]
// }
@Name(EventNames.SOCKET_CLOSED)
@Label("Socket Closed")
@Category(EventNames.CATEGORY)
@Description(
        "The file descriptor of a socket whose creation is known has been given back. At most 1000 events a second")
@Enabled(false)
@StackTrace(true)
@Registered(false)
final class SocketClosedEvent extends Event {
    @Label("Creation Id")
    @Description("The same number as in the event of its creation")
    long creationId;

    @Label("File Descriptor")
    int fd;

    @Label("Age")
    @Description("Since its creation")
    @Timespan(Timespan.NANOSECONDS)
    long age;

    @Label("Left Out")
    @Description("Sockets since the last event that got none because there were more than 1000 a second")
    int leftOutCount;
}
