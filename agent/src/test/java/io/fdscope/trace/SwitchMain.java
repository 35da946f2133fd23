package io.fdscope.trace;

import io.fdscope.fixture.Await;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Switches the tracing of the agent that is in this JVM on and off, and looks what became of the JDK's classes. */
final class SwitchMain {
    private SwitchMain() {}

    public static void main(String[] arguments) throws Exception {
        Instrumentation instrumentation = TestAgent.instrumentation();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        Await.until("the agent's MBean", () -> server.isRegistered(bean));
        Map<String, byte[]> before = JdkClasses.read(instrumentation);
        System.out.println("at first " + hooked(before));
        server.setAttribute(bean, new Attribute("TraceEnabled", true));
        System.out.println("on " + hooked(JdkClasses.read(instrumentation)));
        server.setAttribute(bean, new Attribute("TraceEnabled", false));
        Map<String, byte[]> after = JdkClasses.read(instrumentation);
        System.out.println("off " + hooked(after));
        System.out.println("changed "
                + before.keySet().stream()
                        .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
                        .toList());
        System.out.println("faults " + server.getAttribute(bean, "FaultCount"));
    }

    /** Whether any of the classes is hooked. */
    private static String hooked(Map<String, byte[]> classes) {
        return classes.values().stream()
                        .anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("FdscopeHook"))
                ? "hooked"
                : "not hooked";
    }
}
