package io.fdscope.leak;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for people what a garbage collection did. */
public final class GarbageText {
    private final GarbageComparison comparison;
    private final long pid;

    /** @param pid of the process that it is about */
    public GarbageText(GarbageComparison comparison, long pid) {
        this.comparison = comparison;
        this.pid = pid;
    }

    /** Complete text, with its line ends. */
    public String lines() {
        if (!comparison.collected()) {
            return "This JVM ignores requests for a garbage collection (-XX:+DisableExplicitGC), so there is nothing to"
                    + " compare. jcmd " + pid + " GC.run does one all the same.\n";
        }
        List<GarbageEffect> effects = GarbageEffect.of(comparison);
        if (effects.isEmpty()) {
            return "The garbage collection has been done; there was no suspect to compare.\n" + total();
        }
        return effects.stream().map(GarbageText::line).collect(Collectors.joining()) + total();
    }

    private static String line(GarbageEffect effect) {
        String site = effect.suspect().site().name();
        String about = effect.suspect().counts().estimated() ? "about " : "";
        return "%s: %s%s of %s%s open sockets were closed by the garbage collection. %s\n"
                .formatted(
                        site.isEmpty() ? "Created before tracing" : "Created at " + site,
                        effect.closed() == 0 ? "" : about,
                        number(effect.closed()),
                        about,
                        number(effect.openBefore()),
                        meaning(effect, about));
    }

    private static String meaning(GarbageEffect effect, String about) {
        String left = effect.left() == 0
                ? ""
                : about + number(effect.left()) + " are still referred to, or of a kind that no collection closes";
        return switch (effect.reachability()) {
            case DROPPED -> "The program drops them without close()" + (left.isEmpty() ? "." : "; " + left + ".");
            case PARTLY_DROPPED ->
                "The program drops those without close(); of the others "
                        + (left.isEmpty() ? "it has closed all itself." : left + ".");
            case HELD, UNKNOWN ->
                left.isEmpty()
                        ? "The program has closed them itself meanwhile."
                        : Character.toUpperCase(left.charAt(0)) + left.substring(1) + ".";
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
