package io.fdscope.option;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be set when fdscope starts, {@code key=value} in the agent's argument. */
public enum Option {
    /** The kill switch: {@code false} starts nothing at all. */
    ENABLED("enabled", "true", text -> OptionSyntax.oneOf(text, List.of("true", "false"))),
    /** Period of the cheap reading: open count, limits. */
    COUNT("count", "1s", OptionSyntax::duration),
    /** Shortest period of the full classification. */
    SCAN("scan", "10s", OptionSyntax::duration),
    /** Most of one core that scanning may use; scans are spaced out to keep it. */
    BUDGET("budget", "1%", OptionSyntax::share),
    /** Socket-creation tracing. */
    TRACE("trace", "on", Option::onOff),
    /** No socket younger than this makes its creation site a suspect. */
    SUSPECT_AGE("suspectAge", "30s", OptionSyntax::age),
    /** No creation site with fewer such sockets than this is a suspect. */
    SUSPECT_COUNT("suspectCount", "10", OptionSyntax::countFromOne),
    /** When to warn. */
    WARN("warn", "80%", OptionSyntax::thresholds),
    /** When it is critical. */
    CRITICAL("critical", "95%", OptionSyntax::thresholds),
    /** Spare descriptors held back for our own emergency work. */
    RESERVE("reserve", "16", OptionSyntax::count, Effect.AT_START),
    /** Keeps JFR from aborting the JVM when no descriptor is left. */
    JFRGUARD("jfrguard", "on", Option::onOff, Effect.LATER),
    /** A continuous recording: {@code on}, or the name of a settings file. */
    RECORD("record", "off", OptionSyntax::text, Effect.LATER),
    /** Folder for a recording that is dumped when critical is crossed. */
    DUMP("dump", "none", OptionSyntax::text, Effect.LATER),
    /** At most one dump in this time. */
    DUMP_EVERY("dumpEvery", "10m", OptionSyntax::duration, Effect.LATER),
    /** {@code gc}: a garbage collection when critical is crossed and suspects are proven dropped. */
    RELIEF("relief", "off", text -> OptionSyntax.oneOf(text, List.of("off", "gc"))),
    /** The memory-mapped status file. */
    BLACKBOX("blackbox", "on", Option::onOff, Effect.AT_START),
    /** Whether the MXBean is registered. */
    JMX("jmx", "on", Option::onOff, Effect.AT_START),
    /** {@code jmx}: also publish the meters through micrometer-registry-jmx. */
    MICROMETER("micrometer", "off", text -> OptionSyntax.oneOf(text, List.of("off", "jmx")), Effect.LATER);

    /** Whether this version does something about an option. */
    private enum Effect {
        NOW,
        /** Only when fdscope starts. */
        AT_START,
        /** In a later version. */
        LATER
    }

    private final String key;
    private final String defaultValue;

    @SuppressWarnings("ImmutableEnumChecker") // A method reference without state.
    private final Function<String, ?> syntax;

    private final Effect effect;

    Option(String key, String defaultValue, Function<String, ?> syntax) {
        this(key, defaultValue, syntax, Effect.NOW);
    }

    Option(String key, String defaultValue, Function<String, ?> syntax, Effect effect) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.syntax = syntax;
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

    /** Whether this version does something about it; where not, setting it is answered with a line that says so. */
    public boolean hasEffect() {
        return effect != Effect.LATER;
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
        return syntax.apply(value);
    }

    private static Boolean onOff(String text) {
        return OptionSyntax.oneOf(text, List.of("on", "off")).equals("on");
    }
}
