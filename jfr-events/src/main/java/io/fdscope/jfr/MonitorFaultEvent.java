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

// io.fdscope.MonitorFault {
//   startTime = 19:19:46.276
//   edge = "sampling"
//   fault = "java.io.IOException: Too many open files at java.base/java.io.RandomAccessFile.open0(Native Method)"
//   faultCount = 1
//   eventThread = "fdscope-sampler" (javaThreadId = 21)
// }
@Name(EventNames.MONITOR_FAULT)
@Label("Monitor Fault")
@Category(EventNames.CATEGORY)
@Description("A failure inside the monitor itself, the first of its kind. Written when it happens, and again "
        + "with its count at the start and the end of each chunk")
@Period("everyChunk")
@StackTrace(false)
@Registered(false)
final class MonitorFaultEvent extends Event {
    @Label("Edge")
    @Description("Which part of the monitor stopped it")
    String edge;

    @Label("Fault")
    @Description("The exception, its message and where it came from")
    String fault;

    @Label("Fault Count")
    @Description("Failures of this kind since the monitor started")
    int faultCount;
}
