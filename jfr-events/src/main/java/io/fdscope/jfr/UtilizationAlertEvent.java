package io.fdscope.jfr;

import io.fdscope.event.EventNames;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

// io.fdscope.UtilizationAlert {
//   startTime = 19:19:46.276
//   level = "warn"
//   openCount = 16012
//   softLimit = 20000
//   eventThread = "fdscope-sampler" (javaThreadId = 21)
// }
@Name(EventNames.UTILIZATION_ALERT)
@Label("Utilization Alert")
@Category(EventNames.CATEGORY)
@Description("The use of file descriptors has crossed a threshold, or has come back")
@StackTrace(false)
@Registered(false)
final class UtilizationAlertEvent extends Event {
    @Label("Level")
    @Description("The new level: warn, critical or recovered")
    String level;

    @Label("Open")
    @Description("File descriptors the kernel counts for this process")
    int openCount;

    @Label("Soft Limit")
    @Description("Limit at which opening fails. Unlimited is 2147483647, unknown is -1")
    int softLimit;
}
