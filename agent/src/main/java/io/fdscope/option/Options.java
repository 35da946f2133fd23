package io.fdscope.option;

import io.fdscope.sample.SamplerPeriods;
import io.fdscope.threshold.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A valid value for every {@link Option}. Immutable. */
public final class Options {
    /** Every option at its default. */
    public static final Options DEFAULT = new Options(new EnumMap<>(Option.class));

    private final Map<Option, String> set;

    private Options(Map<Option, String> set) {
        this.set = set;
    }

    /**
     * Reads the agent's argument. What is wrong is complained of and left at its default: an option never keeps a
     * process from starting.
     *
     * @param text {@code key=value,key=value}, or null or empty
     * @param complaints gets one line for each part that is unknown, wrong, or without effect in this version
     */
    public static Options parse(String text, Consumer<String> complaints) {
        return DEFAULT.changedBy(text, complaints);
    }

    /** These, changed by an agent's argument; see {@link #parse}. */
    public Options changedBy(String text, Consumer<String> complaints) {
        Options options = this;
        for (String part : text == null || text.isBlank() ? new String[0] : text.split(",", -1)) {
            options = options.changedByPart(part.strip(), complaints);
        }
        return options;
    }

    /**
     * These, with one option changed.
     *
     * @param value as in the agent's argument: {@code 10s}, {@code 80%|+200/min}
     * @throws IllegalArgumentException with one line that says what would be right
     */
    public Options with(Option option, String value) {
        option.parse(value);
        Map<Option, String> changed = new EnumMap<>(Option.class);
        changed.putAll(set);
        changed.put(option, value);
        return new Options(changed);
    }

    /** The value as written. */
    public String get(Option option) {
        return set.getOrDefault(option, option.defaultValue());
    }

    /** The options that were set, to whatever value. */
    public Set<Option> given() {
        return Set.copyOf(set.keySet());
    }

    public boolean enabled() {
        return get(Option.ENABLED).equalsIgnoreCase("true");
    }

    public SamplerPeriods periods() {
        return new SamplerPeriods(
                (Duration) value(Option.COUNT), (Duration) value(Option.SCAN), (Double) value(Option.BUDGET));
    }

    /** These periods, but for what was set here. */
    public SamplerPeriods changePeriods(SamplerPeriods periods) {
        SamplerPeriods own = periods();
        return new SamplerPeriods(
                set.containsKey(Option.COUNT) ? own.count() : periods.count(),
                set.containsKey(Option.SCAN) ? own.scan() : periods.scan(),
                set.containsKey(Option.BUDGET) ? own.budget() : periods.budget());
    }

    public Thresholds warn() {
        return (Thresholds) value(Option.WARN);
    }

    public Thresholds critical() {
        return (Thresholds) value(Option.CRITICAL);
    }

    /** Spare descriptors, 0 to 9,999. */
    public int reserve() {
        return (Integer) value(Option.RESERVE);
    }

    /** Whether the creation of sockets is traced. */
    public boolean trace() {
        return get(Option.TRACE).equalsIgnoreCase("on");
    }

    /** Whether the flight recorder is kept from aborting the JVM. */
    public boolean jfrGuard() {
        return get(Option.JFRGUARD).equalsIgnoreCase("on");
    }

    /** The settings of our own recording; empty where there is to be none. */
    public Optional<String> record() {
        return Optional.of(get(Option.RECORD)).filter(value -> !value.equalsIgnoreCase("off"));
    }

    /** The folder for recordings; empty where none are to be written. */
    public Optional<Path> dump() {
        return Optional.of(get(Option.DUMP))
                .filter(value -> !value.equalsIgnoreCase("none"))
                .map(Path::of);
    }

    public Duration dumpEvery() {
        return (Duration) value(Option.DUMP_EVERY);
    }

    public Duration suspectAge() {
        return (Duration) value(Option.SUSPECT_AGE);
    }

    /** Sockets, 1 to 9,999. */
    public int suspectCount() {
        return (Integer) value(Option.SUSPECT_COUNT);
    }

    /** Whether the garbage may be collected to get descriptors back. */
    public boolean reliefByCollection() {
        return get(Option.RELIEF).equalsIgnoreCase("gc"); // Asked every second.
    }

    public boolean blackBox() {
        return (Boolean) value(Option.BLACKBOX);
    }

    public boolean jmx() {
        return (Boolean) value(Option.JMX);
    }

    /** Whether the meters are published by Micrometer's JMX registry. */
    public boolean metersOverJmx() {
        return value(Option.MICROMETER).equals("jmx");
    }

    /** What was set, as an agent's argument. */
    @Override
    public String toString() {
        return set.entrySet().stream()
                .map(entry -> entry.getKey().key() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private Object value(Option option) {
        return option.parse(get(option));
    }

    private Options changedByPart(String part, Consumer<String> complaints) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            complaints.accept("option '" + part + "' ignored: write it as key=value, with a key of " + keys());
            return this;
        }
        String key = part.substring(0, equals).strip();
        String value = part.substring(equals + 1).strip();
        return Option.ofKey(key)
                .map(option -> changedTo(option, value, complaints))
                .orElseGet(() -> {
                    complaints.accept("unknown option '" + key + "' ignored; there are " + keys());
                    return this;
                });
    }

    private Options changedTo(Option option, String value, Consumer<String> complaints) {
        try {
            return with(option, value);
        } catch (IllegalArgumentException e) {
            complaints.accept("option '" + option.key() + "': " + e.getMessage() + "; going on with " + get(option));
            return this;
        }
    }

    private static String keys() {
        return Arrays.stream(Option.values()).map(Option::key).collect(Collectors.joining(", "));
    }
}
