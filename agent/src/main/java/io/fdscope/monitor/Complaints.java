package io.fdscope.monitor;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;

/**
 * Where what goes wrong in here ends.
 *
 * @param faults counts failures of ours
 * @param announcer says once on stderr what the user should know
 */
public record Complaints(Faults faults, Announcer announcer) {
    /** Of this process. */
    public static Complaints toConsole() {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(Console::say);
        faults.listen(fault -> {
            if (fault.edge() != Edge.DUMP) {
                announcer.sayOnce("fault of its own, counted in the MXBean: " + fault.description());
            }
        });
        return new Complaints(faults, announcer);
    }
}
