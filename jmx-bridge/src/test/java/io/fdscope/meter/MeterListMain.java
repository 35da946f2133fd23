package io.fdscope.meter;

import io.fdscope.fault.Faults;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/** Prints the meters that it has with whatever Micrometer is on its class path, what they read, and their MBeans. */
final class MeterListMain {
    private MeterListMain() {}

    public static void main(String[] arguments) throws JMException {
        System.out.println("MICROMETER "
                + MeterRegistry.class.getProtectionDomain().getCodeSource().getLocation());
        try (WatchedJvm jvm = new WatchedJvm(ManagementFactory.getPlatformMBeanServer())) {
            jvm.scan();
            Faults faults = new Faults();
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            new FdscopeMeters(faults).bindTo(registry);
            registry.getMeters().forEach(meter -> System.out.println("METER " + name(meter)));
            System.out.println("HEADROOM "
                    + (long) registry.get("process.files.headroom").gauge().value());
            try (JmxMeters published = new JmxMeters(faults)) {
                printBeans(published);
            }
            System.out.println("FAULTS " + faults.byKind());
        }
    }

    private static void printBeans(JmxMeters published) throws JMException {
        ObjectName all = new ObjectName(JmxMeters.DOMAIN + ":*");
        System.out.println("PUBLISHED BY " + published.getClass().getSimpleName());
        ManagementFactory.getPlatformMBeanServer()
                .queryNames(all, null)
                .forEach(name -> System.out.println("MBEAN " + name.getCanonicalName()));
    }

    private static String name(Meter meter) {
        Map<String, String> tags = new TreeMap<>();
        for (Tag tag : meter.getId().getTagsAsIterable()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return meter.getId().getName() + tags + meter.getId().getBaseUnit();
    }
}
