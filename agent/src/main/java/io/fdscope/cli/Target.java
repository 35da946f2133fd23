package io.fdscope.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a user names: a process id, or a JMX address.
 *
 * @param text as given
 */
record Target(String text) {
    /** Where its status can be read. */
    StatusSource source(Duration timeout) {
        return isPid(text) ? new BlackBoxSource(Long.parseLong(text)) : new JmxSource(text, timeout);
    }

    private static boolean isPid(String text) {
        return text.matches("\\d{1,10}");
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
