package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

// io.fdscope.SocketConnected {
//   startTime = 22:42:08.706
//   duration = 0.190 ms
//   creationId = 37
//   fd = 16
//   host = "localhost"
//   address = "127.0.0.1"
//   port = 43881
//   succeeded = false
//   failure = "java.net.ConnectException: Connection refused"
//   leftOutCount = 0
//   eventThread = "main" (javaThreadId = 3)
//   stackTrace = [
//     io.fdscope.jfr.SocketEvents.connected(Object, long, int, ConnectAttempt) line: 78
//     io.fdscope.trace.HookTarget.connectFailed(Throwable, FileDescriptor) line: 84
//     sun.nio.ch.SocketChannelImpl.connect(SocketAddress) line: 975
//     ...
//   ]
// }
@Name(EventNames.SOCKET_CONNECTED)
@Label("Socket Connected")
@Category(EventNames.CATEGORY)
@Description("A connect of a socket has succeeded or failed. At most 1000 events a second")
@StackTrace(true)
@Registered(false)
final class SocketConnectedEvent extends Event {
    @Label("Creation Id")
    @Description("The same number as in the event of its creation. Unknown is 0")
    long creationId;

    @Label("File Descriptor")
    int fd;

    @Label("Host")
    @Description("As the application gave it, never looked up. The path of a unix-domain socket")
    String host;

    @Label("Address")
    @Description("In numbers. Missing where the host was not resolved, and for unix-domain sockets")
    String address;

    @Label("Port")
    @Description("Unix-domain sockets have 0")
    int port;

    @Label("Succeeded")
    boolean succeeded;

    @Label("Failure")
    @Description("What was thrown. Missing where it succeeded, or was closed before its outcome")
    String failure;

    @Label("Left Out")
    @Description("Connects since the last event that got none because there were more than 1000 a second")
    int leftOutCount;
}
