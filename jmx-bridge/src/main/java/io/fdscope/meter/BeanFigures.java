package io.fdscope.meter;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.jmx.FileDescriptorsMXBean;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * The MXBean's figures as Micrometer wants them: NaN where one is unknown, and where no fdscope runs in this JVM, which is
 * no failure. What fails is counted; nothing is thrown. A figure without a limit stays {@link Long#MAX_VALUE}.
 */
final class BeanFigures {
    private final Supplier<MBeanServer> server;
    private final Faults faults;

    /** @param server is asked for at the first reading, not before: looking it up fixes the host's log manager */
    BeanFigures(Supplier<MBeanServer> server, Faults faults) {
        this.server = server;
        this.faults = faults;
    }

    /** An attribute that is a number. */
    double number(String attribute) {
        return read(attribute, BeanFigures::known);
    }

    /** One entry of an attribute that is a map. */
    double entry(String attribute, String key) {
        return read(attribute, map -> entry(map, key));
    }

    /** By how much one entry is more than another, both of one sample. */
    double difference(String attribute, String key, String less) {
        return read(attribute, map -> entry(map, key) - entry(map, less));
    }

    private double read(String attribute, ToDoubleFunction<Object> figure) {
        try {
            ObjectName bean = new ObjectName(FileDescriptorsMXBean.OBJECT_NAME);
            return figure.applyAsDouble(server.get().getAttribute(bean, attribute));
        } catch (InstanceNotFoundException notRunning) {
            return Double.NaN;
        } catch (JMException | RuntimeException | Error e) {
            faults.record(Edge.METER, e);
            return Double.NaN;
        }
    }

    private static double entry(Object map, String key) {
        CompositeData row = map instanceof TabularData table ? table.get(new Object[] {key}) : null;
        return row == null ? Double.NaN : known(row.get("value"));
    }

    /** The MXBean's −1 is unknown; no figure here can be negative. */
    private static double known(Object value) {
        return value instanceof Number number && number.doubleValue() >= 0 ? number.doubleValue() : Double.NaN;
    }
}
