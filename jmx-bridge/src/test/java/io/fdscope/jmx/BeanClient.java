package io.fdscope.jmx;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Reads the bean through its server, as a client does who has none of our classes. */
record BeanClient(MBeanServer server, ObjectName name) {
    BeanClient(MBeanServer server) throws JMException {
        this(server, new ObjectName(FileDescriptorsMXBean.OBJECT_NAME));
    }

    Object get(String attribute) throws JMException {
        return server.getAttribute(name, attribute);
    }

    long number(String attribute) throws JMException {
        return (long) get(attribute);
    }

    void set(String attribute, Object value) throws JMException {
        server.setAttribute(name, new Attribute(attribute, value));
    }

    CompositeData scanNow() throws JMException {
        return (CompositeData) server.invoke(name, "scanNow", new Object[0], new String[0]);
    }

    List<CompositeData> descriptors(String filter, int limit) throws JMException {
        Object[] arguments = {filter, limit};
        String[] signature = {String.class.getName(), "int"};
        return List.of((CompositeData[]) server.invoke(name, "descriptors", arguments, signature));
    }

    List<CompositeData> leakSuspects(int limit) throws JMException {
        Object[] arguments = {limit};
        return List.of((CompositeData[]) server.invoke(name, "leakSuspects", arguments, new String[] {"int"}));
    }

    Object invoke(String operation) throws JMException {
        return server.invoke(name, operation, new Object[0], new String[0]);
    }

    String[] attributeNames() throws JMException {
        return Arrays.stream(server.getMBeanInfo(name).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .sorted()
                .toArray(String[]::new);
    }

    /** All attributes, one a line. */
    String text() throws JMException {
        return server.getAttributes(name, attributeNames()).asList().stream()
                .map(attribute -> attribute.getName() + " = " + text(attribute.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static String text(Object value) {
        if (value instanceof CompositeData row) {
            TreeMap<String, String> items = new TreeMap<>();
            row.getCompositeType().keySet().forEach(key -> items.put(key, text(row.get(key))));
            return items.toString();
        }
        if (value instanceof TabularData table) {
            return table.isEmpty()
                    ? "(none)"
                    : table.values().stream()
                            .map(CompositeData.class::cast)
                            .map(row -> row.get("key") + "=" + row.get("value"))
                            .collect(Collectors.joining(" "));
        }
        return value instanceof Object[] array
                ? Arrays.stream(array).map(BeanClient::text).toList().toString()
                : String.valueOf(value);
    }

    static List<Integer> fds(Collection<CompositeData> rows) {
        return rows.stream()
                .map(row -> (Integer) row.get("fd"))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
