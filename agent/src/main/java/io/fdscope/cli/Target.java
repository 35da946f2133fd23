package io.fdscope.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a user names: a process id, or a JMX address.
 *
 * @param text as given
 */
record Target(String text) {
    /** Where its status can be read. */
    StatusSource source(TimeLimit limit) {
        return isPid(text) ? new BlackBoxSource(pid()) : jmx(limit);
    }

    /** Where its figures and its suspects can be read. */
    HealthSource health(TimeLimit limit) {
        return isPid(text) ? new BlackBoxSource(pid()) : jmx(limit);
    }

    /** Where its verdict can be read. */
    VerdictReader verdict(TimeLimit limit) {
        return isPid(text) ? new BlackBoxSource(pid()) : jmx(limit);
    }

    /** Who asks the process itself. */
    Inside inside(TimeLimit limit) {
        return isPid(text) ? new AttachedInside(new Attachment(pid(), limit)) : jmx(limit);
    }

    private long pid() {
        return Long.parseLong(text);
    }

    private JmxSource jmx(TimeLimit limit) {
        return new JmxSource(new JmxConnection(text, limit));
    }

    private static boolean isPid(String text) {
        return text.matches("\\d{1,10}");
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
            if (isPid(text) || text.startsWith("service:jmx:") || text.matches(".+:\\d{1,5}")) {
                return new Target(text);
            }
            throw new TypeConversionException(
                    "'" + text + "' is neither a process id nor a JMX address (host:port or service:jmx:...)");
        }
    }
}
