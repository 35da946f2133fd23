package io.fdscope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The JDK's former implementations of sockets, in native code that no hook reaches. JDK 17, the last that has them, takes
 * them where it is started with a property for that. In premain: no lambda, see {@link HookTable}.
 */
final class FormerSockets {
    private static final int LAST_FEATURE = 17;
    private static final String STREAMS = "jdk.net.usePlainSocketImpl";
    private static final String DATAGRAMS = "jdk.net.usePlainDatagramSocketImpl";

    private FormerSockets() {}

    /** What is not traced for their sake, by name. */
    static List<String> inUse() {
        return inUse(Runtime.version().feature(), System.getProperties());
    }

    /** Each property is understood as the JDK does. */
    static List<String> inUse(int feature, Properties properties) {
        List<String> names = new ArrayList<>();
        if (feature > LAST_FEATURE) {
            return names;
        }
        String streams = properties.getProperty(STREAMS);
        if (streams != null && !streams.equalsIgnoreCase("false")) {
            names.add("Socket and ServerSocket (" + STREAMS + ")");
        }
        String datagrams = properties.getProperty(DATAGRAMS);
        if (datagrams != null && (datagrams.isEmpty() || datagrams.equalsIgnoreCase("true"))) {
            names.add("DatagramSocket (" + DATAGRAMS + ")");
        }
        return names;
    }
}
