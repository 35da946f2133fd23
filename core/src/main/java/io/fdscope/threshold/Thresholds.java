package io.fdscope.threshold;

import io.fdscope.procfs.Reading;
import io.fdscope.sample.Trend;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Several conditions of which any suffices, written {@code 80%|5000|+200/min}.
 *
 * @param any one or more
 */
public record Thresholds(List<Threshold> any) {
    /** Narrower than {@link Double#parseDouble}, which takes {@code 80d}, {@code 0x1p3} and blanks. */
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    /** @throws IllegalArgumentException if there is none */
    public Thresholds {
        any = List.copyOf(any);
        if (any.isEmpty()) {
            throw new IllegalArgumentException("no threshold");
        }
    }

    /**
     * Reads what a user wrote.
     *
     * @param text one or several of {@code 80%}, {@code 5000}, {@code +200/min}, joined by {@code |}
     * @throws IllegalArgumentException with the part that is wrong and what would be right
     */
    public static Thresholds parse(String text) {
        List<Threshold> parts = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            parts.add(parseOne(part.strip()));
        }
        return new Thresholds(parts);
    }

    /**
     * The conditions that hold: those that are crossed, and those that held before and are not over. Each is over by
     * itself, so that none keeps an alert alive that another raised.
     *
     * @param before those that held at the last reading
     */
    Set<Threshold> holding(Set<Threshold> before, Reading reading, Trend trend) {
        Set<Threshold> holding = new HashSet<>();
        for (Threshold threshold : any) { // Once a second, so rarely compiled: with a stream it took 100 µs.
            if (threshold.isCrossed(reading, trend)
                    || (before.contains(threshold) && !threshold.isRecovered(reading, trend))) {
                holding.add(threshold);
            }
        }
        return holding;
    }

    /** The conditions that hold at a reading, whatever held before; in the order in which they were written. */
    public List<Threshold> crossed(Reading reading, Trend trend) {
        return any.stream()
                .filter(threshold -> threshold.isCrossed(reading, trend))
                .toList();
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return any.stream().map(Threshold::toString).collect(Collectors.joining("|"));
    }

    private static Threshold parseOne(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        try {
            if (lower.endsWith("%")) {
                double share = plain(lower.substring(0, lower.length() - 1)) / 100;
                if (share > 0 && share <= 1) {
                    return new Threshold.OfLimit(share);
                }
            } else if (lower.startsWith("+")) {
                if (!lower.endsWith("/min")) {
                    throw new IllegalArgumentException(explain(part)); // a forgotten unit, not a number
                }
                double perMinute = plain(lower.substring(1, lower.length() - "/min".length()));
                if (perMinute > 0) {
                    return new Threshold.Growth(perMinute);
                }
            } else if (Long.parseLong(lower) > 0) {
                return new Threshold.Count(Long.parseLong(lower));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(explain(part), e);
        }
        throw new IllegalArgumentException(explain(part));
    }

    private static double plain(String number) {
        if (!PLAIN.matcher(number).matches()) {
            throw new NumberFormatException(number);
        }
        return Double.parseDouble(number);
    }

    private static String explain(String part) {
        return "'" + part
                + "' is no threshold: use a share of the limit (80%), a number of descriptors (5000), a growth"
                + " (+200/min), or several joined by |";
    }
}
