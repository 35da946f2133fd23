package io.fdscope.jmx;

import javax.management.JMException;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;

/**
 * Turns what a notification carries into open data, by the mapping by which the MXBean's own answers go out: so a
 * suspect has one shape everywhere. The mapping wants public interfaces.
 */
final class UserData {
    private UserData() {}

    /** A suspect. */
    @FunctionalInterface
    public interface OfSuspect {
        LeakSuspect getData();
    }

    /** A change of level. */
    @FunctionalInterface
    public interface OfUtilization {
        UtilizationChange getData();
    }

    /** No descriptor left. */
    @FunctionalInterface
    public interface OfExhaustion {
        DescriptorsExhausted getData();
    }

    static CompositeData of(OfSuspect data) throws JMException {
        return map(data, OfSuspect.class);
    }

    static CompositeData of(OfUtilization data) throws JMException {
        return map(data, OfUtilization.class);
    }

    static CompositeData of(OfExhaustion data) throws JMException {
        return map(data, OfExhaustion.class);
    }

    private static <T> CompositeData map(T data, Class<T> shape) throws JMException {
        return (CompositeData) new StandardMBean(data, shape, true).getAttribute("Data");
    }
}
