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

// io.fdscope.SystemFileUsage {
//   startTime = 19:19:46.279
//   allocatedFiles = 1778
//   maxFiles = 2466170
//   eventThread = "JFR Periodic Tasks" (javaThreadId = 12)
// }
@Name(EventNames.SYSTEM_FILE_USAGE)
@Label("System File Usage")
@Category(EventNames.CATEGORY)
@Description("Open files of the whole system and how many it may have. Unknown is -1")
@Period("30 s")
@StackTrace(false)
@Registered(false)
final class SystemFileUsageEvent extends Event {
    @Label("Allocated Files")
    @Description("File handles the kernel has allocated")
    int allocatedFiles;

    @Label("Maximum Files")
    @Description("Limit at which opening fails for every process. Unlimited is 2147483647")
    int maxFiles;
}
