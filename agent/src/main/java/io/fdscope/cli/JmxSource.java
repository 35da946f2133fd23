package io.fdscope.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads the status from the MXBean, over a JMX connection that the process offers. */
final class JmxSource implements StatusSource {
    private static final String BEAN = "io.fdscope:type=FileDescriptors";
    private static final Map<String, String> PREFIXES = Map.of("CountByKind", "kind.", "SocketCountByState", "state.");

    private final String target;
    private final Duration timeout;

    /** @param target {@code service:jmx:...} or {@code host:port} */
    JmxSource(String target, Duration timeout) {
        this.target = target;
        this.timeout = timeout;
    }

    @Override
    public Status read() throws UserError {
        FutureTask<Status> task = new FutureTask<>(this::connectAndRead);
        Thread thread = new Thread(task, "fdscope-jmx");
        thread.setDaemon(true); // RMI knows no time limit for connecting; the process ends without it.
        thread.start();
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UserError(
                    "no answer from " + target + " within " + timeout.toMillis()
                            + " ms: the process may hang, or have no descriptor left for a connection; by process id it can"
                            + " still be read",
                    e);
        } catch (ExecutionException e) {
            throw explain(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }

    @SuppressWarnings("BanJNDI") // The user names the server, as with every JMX client.
    private Status connectAndRead() throws IOException, JMException {
        try (JMXConnector connector = JMXConnectorFactory.connect(url())) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            ObjectName bean = new ObjectName(BEAN);
            String[] names = Arrays.stream(server.getMBeanInfo(bean).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            Map<String, Number> figures = new LinkedHashMap<>();
            Map<String, String> facts = new LinkedHashMap<>();
            for (Attribute attribute : server.getAttributes(bean, names).asList()) {
                add(attribute, figures);
                if (attribute.getName().equals("Probe")) {
                    facts.put("probe", String.valueOf(attribute.getValue()));
                }
            }
            return new Status("JMX", target, true, "", figures, facts);
        }
    }

    private static void add(Attribute attribute, Map<String, Number> figures) {
        String name = attribute.getName();
        if (attribute.getValue() instanceof Number number) {
            figures.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), number);
        } else if (attribute.getValue() instanceof TabularData table && PREFIXES.containsKey(name)) {
            for (Object row : table.values()) {
                CompositeData entry = (CompositeData) row;
                figures.put(PREFIXES.get(name) + entry.get("key"), (Number) entry.get("value"));
            }
        }
    }

    private JMXServiceURL url() throws MalformedURLException {
        return new JMXServiceURL(
                target.startsWith("service:") ? target : "service:jmx:rmi:///jndi/rmi://" + target + "/jmxrmi");
    }

    private UserError explain(Throwable cause) {
        if (cause instanceof InstanceNotFoundException) {
            return new UserError(
                    "the JVM at " + target + " has no fdscope in it: start it with" + " -javaagent:fdscope.jar", cause);
        }
        if (cause instanceof MalformedURLException) {
            return new UserError("'" + target + "' is no JMX URL: use host:port or service:jmx:...", cause);
        }
        if (cause instanceof SecurityException) {
            return new UserError(target + " wants a user and password, which this version cannot give yet", cause);
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new UserError("cannot reach " + target + ": " + root.getMessage(), cause);
    }
}
