package io.fdscope.option;

import io.fdscope.threshold.Thresholds;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of options are written. Each method throws IllegalArgumentException with one clear line. */
final class OptionSyntax {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)%");

    private OptionSyntax() {}

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        Duration parsed = matcher.matches()
                ? Duration.ofMillis(Long.parseLong(matcher.group(1)) * MILLIS.get(matcher.group(2)))
                : Duration.ZERO;
        if (parsed.toMillis() < 10 || parsed.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days");
        }
        return parsed;
    }

    static Duration age(String text) {
        Duration age = duration(text);
        if (age.toMillis() < 100 || age.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is not from 100ms to 24h");
        }
        return age;
    }

    static double share(String text) {
        Matcher matcher = SHARE.matcher(text);
        double share = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : 0;
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("'" + text + "' is no share: use 1%, 0.5%, up to 100%");
        }
        return share;
    }

    static Thresholds thresholds(String text) {
        return Thresholds.parse(text);
    }

    static int count(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is no number from 0 to 9999");
        }
        return Integer.parseInt(text);
    }

    static int countFromOne(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("'" + text + "' is no number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    static String oneOf(String text, List<String> allowed) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!allowed.contains(lower)) {
            throw new IllegalArgumentException("'" + text + "' is not " + String.join(" or ", allowed));
        }
        return lower;
    }

    static String path(String text) {
        try {
            return Path.of(text(text)).toString();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is no folder: " + e.getReason(), e);
        }
    }

    static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the value is empty");
        }
        return text;
    }
}
