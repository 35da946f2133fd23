package io.fdscope.cli;

import io.fdscope.row.OpenRow;
import io.fdscope.row.Row;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What the MXBean tells, over a JMX connection. */
final class JmxSource implements StatusSource, HealthSource, VerdictReader, Inside {
    private static final Map<String, String> PREFIXES = Map.of("CountByKind", "kind.", "SocketCountByState", "state.");
    private static final int MOST_SUSPECTS = 1000;
    private static final String[] INT = {"int"};
    private static final String[] STRING_INT = {String.class.getName(), "int"};

    private final RemoteBean bean;

    JmxSource(RemoteBean bean) {
        this.bean = bean;
    }

    @Override
    public Status read() throws UserError {
        return bean.ask(this::status);
    }

    @Override
    public Health health() throws UserError {
        return bean.ask((server, name) -> new Health(status(server, name), visibleSuspects(server, name)));
    }

    /** A user with readonly access, as pollers have it, may read attributes, and call nothing. */
    private static List<Row> visibleSuspects(MBeanServerConnection server, ObjectName name)
            throws IOException, JMException {
        try {
            return OpenRow.rows(server.invoke(name, "leakSuspects", new Object[] {MOST_SUSPECTS}, INT));
        } catch (SecurityException readonly) {
            return List.of();
        }
    }

    @Override
    public Explanation explain() throws UserError {
        return bean.ask((server, name) -> {
            String text = (String) server.invoke(name, "explain", new Object[0], new String[0]);
            Object suspects = server.invoke(name, "leakSuspects", new Object[] {MOST_SUSPECTS}, INT);
            return new Explanation("JMX", bean.target(), "", text, OpenRow.rows(suspects));
        });
    }

    @Override
    public List<Row> descriptors(String filter, int limit) throws UserError {
        return bean.ask((server, name) -> {
            server.invoke(name, "scanNow", new Object[0], new String[0]);
            return OpenRow.rows(server.invoke(name, "descriptors", new Object[] {filter, limit}, STRING_INT));
        });
    }

    @Override
    public List<Row> collectGarbage() throws UserError {
        return bean.ask((server, name) ->
                OpenRow.rows(server.invoke(name, "collectGarbageAndCompare", new Object[0], new String[0])));
    }

    private Status status(MBeanServerConnection server, ObjectName name) throws IOException, JMException {
        String[] names = Arrays.stream(server.getMBeanInfo(name).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new);
        Map<String, Number> figures = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        for (Attribute attribute : server.getAttributes(name, names).asList()) {
            add(attribute, figures);
            if (attribute.getName().equals("Probe")) {
                facts.put("probe", String.valueOf(attribute.getValue()));
            }
        }
        return new Status("JMX", bean.target(), true, "", figures, facts);
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
}
