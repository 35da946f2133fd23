package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

// io.fdscope.DescriptorsExhausted {
//   startTime = 22:42:08.865
//   failure = "java.net.SocketException: Too many open files"
//   openCount = 300
//   softLimit = 300
//   leftOutCount = 0
//   eventThread = "main" (javaThreadId = 3)
//   stackTrace = [
//     io.fdscope.jfr.SocketEvents.exhausted(IOException) line: 107
//     io.fdscope.trace.LifeHooks.openFailed(Throwable, int) line: 87
//     sun.nio.ch.Net.socket(ProtocolFamily, boolean) line: 491
//     sun.nio.ch.SocketChannelImpl.<init>(SelectorProvider, ProtocolFamily) line: 155
//     ...
//   ]
// }
@Name(EventNames.DESCRIPTORS_EXHAUSTED)
@Label("Descriptors Exhausted")
@Category(EventNames.CATEGORY)
@Description("Java could not create or accept a socket because no file descriptor was left. The stack is that of "
        + "whoever needed it, not of whoever holds them. At most 100 events a second")
@StackTrace(true)
@Registered(false)
final class DescriptorsExhaustedEvent extends Event {
    @Label("Failure")
    @Description("What was thrown")
    String failure;

    @Label("Open")
    @Description("File descriptors the kernel counted for this process in the last sample. Unknown is -1")
    int openCount;

    @Label("Soft Limit")
    @Description("Limit at which opening fails, as of the last sample. Unlimited is 2147483647, unknown is -1")
    int softLimit;

    @Label("Left Out")
    @Description("Failures since the last event that got none because there were more than 100 a second")
    int leftOutCount;
}
