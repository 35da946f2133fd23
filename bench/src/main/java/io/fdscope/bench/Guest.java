package io.fdscope.bench;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What fdscope says of itself in this JVM, so that nobody takes one that does not work for one that costs nothing.
 *
 * @param hooks how many methods of the JDK are hooked; -1 where there is no fdscope
 * @param faults of its own so far; -1 where there is no fdscope
 * @param scans so far; -1 where there is no fdscope
 */
public record Guest(long hooks, long faults, long scans) {
    private static final String NAME = "io.fdscope:type=FileDescriptors";

    /** Asks the MXBean, which comes a few seconds after {@code main}. */
    public static Guest look() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (!server.isRegistered(name)) {
                return new Guest(-1, -1, -1);
            }
            return new Guest(
                    number(server.getAttribute(name, "ActiveHooks")),
                    number(server.getAttribute(name, "FaultCount")),
                    number(server.getAttribute(name, "ScanCount")));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has it scan, and waits for the end of it and of all that follows from it. */
    static void scan() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(NAME), "scanNow", new Object[0], new String[0]);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @Override
    public String toString() {
        return hooks + " " + faults + " " + scans;
    }
}
