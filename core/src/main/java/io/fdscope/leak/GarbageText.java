package io.fdscope.leak;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for people what a garbage collection did. */
public final class GarbageText {
    private final GarbageComparison comparison;

    public GarbageText(GarbageComparison comparison) {
        this.comparison = comparison;
    }

    /** Complete text, with its line ends. */
    public String lines() {
        List<GarbageEffect> effects = GarbageEffect.of(comparison);
        if (effects.isEmpty()) {
            return "The garbage collection has been done; there was no suspect to compare.\n" + total();
        }
        return effects.stream().map(GarbageText::line).collect(Collectors.joining()) + total();
    }

    private static String line(GarbageEffect effect) {
        String site = effect.suspect().site().name();
        return "%s: %s of %s open sockets were closed by the garbage collection. %s\n"
                .formatted(
                        site.isEmpty() ? "Created before tracing" : "Created at " + site,
                        number(effect.closed()),
                        number(effect.openBefore()),
                        meaning(effect));
    }

    private static String meaning(GarbageEffect effect) {
        return switch (effect.reachability()) {
            case DROPPED -> "The program drops them without close().";
            case PARTLY_DROPPED ->
                "The program drops those without close(); the other %s are still referred to, or of a kind that no"
                                .formatted(number(effect.openAfter()))
                        + " collection closes.";
            case HELD, UNKNOWN -> "They are still referred to, or of a kind that no collection closes.";
        };
    }

    private String total() {
        return "Open descriptors: %s before, %s after.\n"
                .formatted(
                        number(comparison.before().reading().openCount()),
                        number(comparison.after().reading().openCount()));
    }

    private static String number(long value) {
        return value < 0 ? "unknown" : String.format(Locale.ROOT, "%,d", value);
    }
}
