package io.fdscope.option;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be set when fdscope starts, {@code key=value} in the agent's argument. */
public enum Option {
    /** The kill switch: {@code false} starts nothing at all. */
    ENABLED("enabled", "true"),
    /** Period of the cheap reading: open count, limits. */
    COUNT("count", "1s"),
    /** Shortest period of the full classification. */
    SCAN("scan", "10s"),
    /** Most of one core that scanning may use; scans are spaced out to keep it. */
    BUDGET("budget", "1%"),
    /** Socket-creation tracing. */
    TRACE("trace", "on"),
    /** No socket younger than this makes its creation site a suspect. */
    SUSPECT_AGE("suspectAge", "30s"),
    /** No creation site with fewer such sockets than this is a suspect. */
    SUSPECT_COUNT("suspectCount", "10"),
    /** When to warn. */
    WARN("warn", "80%"),
    /** When it is critical. */
    CRITICAL("critical", "95%"),
    /** Spare descriptors held back for our own emergency work. */
    RESERVE("reserve", "16", Effect.AT_START),
    /** Keeps JFR from aborting the JVM when no descriptor is left. */
    JFRGUARD("jfrguard", "on"),
    /** A continuous recording: {@code on}, or the name of a settings file. */
    RECORD("record", "off", Effect.AT_START),
    /** Folder for a recording that is dumped when critical is crossed. */
    DUMP("dump", "none", Effect.AT_START),
    /** At most one dump in this time. */
    DUMP_EVERY("dumpEvery", "10m"),
    /** {@code gc}: a garbage collection when critical is crossed and suspects are proven dropped. */
    RELIEF("relief", "off"),
    /** The memory-mapped status file. */
    BLACKBOX("blackbox", "on", Effect.AT_START),
    /** Whether the MXBean is registered. */
    JMX("jmx", "on", Effect.AT_START),
    /** {@code jmx}: also publish the meters through micrometer-registry-jmx. */
    MICROMETER("micrometer", "off");

    /** When an option takes effect. */
    private enum Effect {
        NOW,
        /** Only when fdscope starts. */
        AT_START
    }

    private final String key;
    private final String defaultValue;
    private final Effect effect;

    Option(String key, String defaultValue) {
        this(key, defaultValue, Effect.NOW);
    }

    Option(String key, String defaultValue, Effect effect) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.effect = effect;
    }

    /** As written in the agent's argument. */
    public String key() {
        return key;
    }

    /** The value where none is given. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Whether it can be changed while fdscope runs. */
    public boolean isChangeable() {
        return effect == Effect.NOW;
    }

    /** The option with this key. */
    static Optional<Option> ofKey(String key) {
        return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException with one line that says what would be right */
    Object parse(String value) {
        return switch (this) {
            case ENABLED -> OptionSyntax.oneOf(value, List.of("true", "false"));
            case COUNT, SCAN, DUMP_EVERY -> OptionSyntax.duration(value);
            case BUDGET -> OptionSyntax.share(value);
            case TRACE, JFRGUARD, BLACKBOX, JMX -> onOff(value);
            case SUSPECT_AGE -> OptionSyntax.age(value);
            case SUSPECT_COUNT -> OptionSyntax.countFromOne(value);
            case WARN, CRITICAL -> OptionSyntax.thresholds(value);
            case RESERVE -> OptionSyntax.count(value);
            case RECORD -> OptionSyntax.text(value);
            case DUMP -> OptionSyntax.path(value);
            case RELIEF -> OptionSyntax.oneOf(value, List.of("off", "gc"));
            case MICROMETER -> OptionSyntax.oneOf(value, List.of("off", "jmx"));
        };
    }

    private static Boolean onOff(String text) {
        return OptionSyntax.oneOf(text, List.of("on", "off")).equals("on");
    }
}
