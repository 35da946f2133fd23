package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a user names: a process id, or a JMX address.
 *
 * @param text as given
 */
record Target(String text) {
    /** Where its status can be read. */
    StatusSource source(Access access) {
        return isPid(text) ? new BlackBoxSource(pid()) : jmx(access);
    }

    /** Where its figures and its suspects can be read. */
    HealthSource health(Access access) {
        return isPid(text) ? new BlackBoxSource(pid()) : jmx(access);
    }

    /** Where its verdict can be read. */
    VerdictReader verdict(Access access) {
        return isPid(text) ? new BlackBoxSource(pid()) : jmx(access);
    }

    /** Where it can be looked at again and again. */
    GlanceSource glances(Access access) {
        return isPid(text)
                ? new BlackBoxGlances(new BlackBoxSource(pid()))
                : new JmxGlances(new KeptConnection(text, access));
    }

    /** Who asks the process itself. */
    Inside inside(Access access) {
        return isPid(text) ? new AttachedInside(new Attachment(pid(), access.limit())) : jmx(access);
    }

    /** How the JSON of an answer from inside the process begins. */
    Row head() {
        return head("attach");
    }

    /** How the JSON of a reading begins. */
    Row headOfReading() {
        return head("black box");
    }

    private Row head(String byPid) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("target", text);
        head.put("source", isPid(text) ? byPid : "JMX");
        head.put("note", "");
        return new Row(head);
    }

    private long pid() {
        return Long.parseLong(text);
    }

    private JmxSource jmx(Access access) {
        return new JmxSource(new JmxConnection(text, access));
    }

    private static boolean isPid(String text) {
        return text.matches("\\d{1,10}");
    }

    private static boolean isHostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            return false;
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        return port >= 1 && port <= 65_535 && text.substring(0, colon).matches("[^\\s/]+");
    }

    /** Refuses what is no process id. */
    static final class PidConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (isPid(text)) {
                return Long.valueOf(text);
            }
            throw new TypeConversionException("'" + text + "' is no process id");
        }
    }

    /** Refuses what is neither. */
    static final class Converter implements ITypeConverter<Target> {
        @Override
        public Target convert(String text) {
            if (isPid(text) || text.startsWith("service:jmx:") || isHostAndPort(text)) {
                return new Target(text);
            }
            throw new TypeConversionException(
                    "'" + text + "' is neither a process id nor a JMX address (host:port or service:jmx:...)");
        }
    }
}
