package io.fdscope.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts by name as one text, a line each, the count first, for a name may hold anything but a line end:
 *
 * <pre>
 * 3190 db-1:3306
 * 12 /run/agent.socket
 * </pre>
 */
public final class CountsText {
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_LINES = 100;

    private CountsText() {}

    /** Writes them in the order of the map; of a name no more than its first {@value #MOST_CHARACTERS} characters. */
    public static String of(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + oneLine(each.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static String oneLine(String name) {
        return name.substring(0, Math.min(MOST_CHARACTERS, name.length()))
                .replace('\n', ' ')
                .replace('\r', ' ');
    }

    /** Reads them, in order; lines that are none of ours are left out. */
    public static Map<String, Long> read(String text) {
        Map<String, Long> counts = new LinkedHashMap<>();
        text.lines().limit(MOST_LINES).forEach(line -> {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                Numbers.of(line.substring(0, blank)).ifPresent(count -> counts.put(line.substring(blank + 1), count));
            }
        });
        return counts;
    }
}
