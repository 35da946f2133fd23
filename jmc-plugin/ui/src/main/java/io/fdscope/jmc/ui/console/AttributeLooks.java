package io.fdscope.jmc.ui.console;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.openjdk.jmc.rjmx.common.subscription.MRI;

/** The attributes that we give a name, a unit and a colour: those of our MXBean, and the two that JMC computes for any JVM. */
final class AttributeLooks {
    /** Object name of our MXBean; the same as {@code FileDescriptorsMXBean.OBJECT_NAME}, a module that JMC does not need. */
    static final String BEAN = "io.fdscope:type=FileDescriptors";

    private static final String OPERATING_SYSTEM = "java.lang:type=OperatingSystem";

    /** Of each attribute name, unit and colour, separated by commas. */
    private static final String FILE = "io.fdscope.jmc.ui.console.attributes";

    private final Map<String, AttributeLook> looks;

    private AttributeLooks(Map<String, AttributeLook> looks) {
        this.looks = Map.copyOf(looks);
    }

    static AttributeLooks shipped() {
        ResourceBundle file = ResourceBundle.getBundle(FILE);
        Map<String, AttributeLook> looks = new HashMap<>();
        for (String attribute : file.keySet()) {
            String[] parts = file.getString(attribute).split(", ", -1);
            looks.put(attribute, new AttributeLook(parts[0], parts[1], parts[2]));
        }
        return new AttributeLooks(looks);
    }

    /** Null, which JMC takes for unknown, where it is not ours to say. */
    Object value(MRI attribute, String key) {
        String bean = attribute.getObjectName().getCanonicalName();
        boolean ours = bean.equals(BEAN) || bean.equals(OPERATING_SYSTEM);
        AttributeLook look = ours ? looks.get(attribute.getDataPath()) : null;
        return look == null ? null : look.value(key);
    }
}
