package io.fdscope.jmx;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A bean's place at an MBean server, or none. */
public final class Registration implements AutoCloseable {
    private final Runnable undo;
    private boolean registered;

    private Registration(boolean registered, Runnable undo) {
        this.registered = registered;
        this.undo = undo;
    }

    static Registration none() {
        return new Registration(false, () -> {});
    }

    static Registration of(MBeanServer server, ObjectName name, Notifications notifications, Faults faults) {
        return new Registration(true, () -> {
            notifications.close();
            try {
                server.unregisterMBean(name);
            } catch (InstanceNotFoundException e) {
                // The host was first.
            } catch (JMException | RuntimeException | Error e) {
                faults.record(Edge.JMX, e);
            }
        });
    }

    /** Whether the bean is up. */
    public synchronized boolean isRegistered() {
        return registered;
    }

    /** Takes the bean down, once. What fails is counted; it never throws. */
    @Override
    public synchronized void close() {
        if (registered) {
            registered = false;
            undo.run();
        }
    }
}
