package io.fdscope.cli;

import io.fdscope.blackbox.Figure;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.leak.Span;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words one status for a terminal. */
final class StatusText {
    private final Status status;

    StatusText(Status status) {
        this.status = status;
    }

    /** Complete text, with its line ends. */
    String lines(long nowEpochMillis) {
        StringBuilder out = new StringBuilder();
        out.append("fdscope status of ").append(status.target());
        if (status.facts().containsKey("main")) {
            out.append(' ').append(status.facts().get("main"));
        }
        out.append(" (").append(status.source());
        if (status.count("readingEpochMillis") > 0) {
            out.append(", ").append(age(status.ageMillis(nowEpochMillis)));
        }
        out.append(")\n");
        if (!status.note().isEmpty()) {
            out.append("NOTE: ").append(status.note()).append('\n');
        }
        out.append('\n');
        line(out, "open", open());
        line(out, "growth", growth());
        line(out, "sockets", sockets());
        if (status.count("heldAfterCloseCount") >= 0 || status.count("droppedWithoutCloseCount") >= 0) {
            line(out, "closing", closing());
        }
        line(out, "others", others());
        line(out, "states", states());
        line(out, "kernel", kernel());
        line(out, "system", "%s of %s open files".formatted(number("systemOpenCount"), number("systemMaxCount")));
        line(out, "scan", scan());
        line(out, "faults", number("faultCount") + " of fdscope's own");
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String text) {
        out.append("  %-9s%s\n".formatted(name, text));
    }

    private String open() {
        return "%s, %s free; hard limit %s".formatted(filled(), number("headroom"), number("hardLimit"));
    }

    /** How full: {@code 62 of 16,384 (0.4 %)}. */
    String filled() {
        double utilization = status.fraction("utilization");
        String share = utilization < 0 || Double.isNaN(utilization)
                ? "share unknown"
                : String.format(Locale.ROOT, "%.1f %%", utilization * 100);
        return "%s of %s (%s)".formatted(number("openCount"), number("softLimit"), share);
    }

    /** How fast: {@code +812 a minute, full in 98 s}. */
    String growth() {
        double perMinute = status.fraction("growthPerMinute");
        if (Double.isNaN(perMinute)) {
            return "unknown yet";
        }
        double left = status.fraction("secondsToExhaustion");
        String full = left < 0 ? "not running full" : left == 0 ? "FULL" : "full in " + new Span(left);
        return String.format(Locale.ROOT, "%+,.0f a minute, %s", perMinute, full);
    }

    private String sockets() {
        return "%s, of which %s unidentified (in none of the kernel's tables)"
                .formatted(number("socketCount"), number("unidentifiedSocketCount"));
    }

    private String closing() {
        return "%s closed in Java but still held, %s dropped without close"
                .formatted(number("heldAfterCloseCount"), number("droppedWithoutCloseCount"));
    }

    private String others() {
        return "files %s, pipes %s, anonymous inodes %s, other %s"
                .formatted(number("fileCount"), number("pipeCount"), number("anonInodeCount"), number("otherCount"));
    }

    private String states() {
        String states = status.figures().entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(Figure.STATE)
                        && figure.getValue().longValue() > 0)
                .map(figure -> state(figure.getKey().substring(Figure.STATE.length()), number(figure.getKey())))
                .collect(Collectors.joining(", "));
        if (status.count("socketCount") < 0) {
            return "unknown";
        }
        return states.isEmpty() ? "no socket" : states;
    }

    private static String state(String label, String number) {
        if (label.equals(SocketGroup.UDP_UNBOUND.label())) {
            return label + " " + number + " (unidentified, too)";
        }
        return (label.equals(SocketGroup.UNIDENTIFIED.label()) ? "unidentified" : label) + " " + number;
    }

    private String kernel() {
        return "TCP allocated %s on the host, in use %s, orphaned %s, time-wait %s"
                .formatted(
                        number("kernelTcpAllocated"),
                        number("kernelTcpInUse"),
                        number("kernelTcpOrphaned"),
                        number("kernelTcpTimeWait"));
    }

    private String scan() {
        if (status.count("scanCount") <= 0) {
            return "none yet";
        }
        return String.format(
                Locale.ROOT,
                "%.1f ms, %.2f %% of one core, %s so far, probe %s",
                status.fraction("lastScanMillis"),
                status.fraction("scanShare") * 100,
                number("scanCount"),
                status.facts().getOrDefault("probe", "unknown"));
    }

    private String number(String name) {
        long value = status.count(name);
        if (value < 0) {
            return "unknown";
        }
        return value == Long.MAX_VALUE ? "unlimited" : String.format(Locale.ROOT, "%,d", value);
    }

    private static String age(long millis) {
        return millis < 0 ? "just now" : "read " + Span.ofMillis(millis) + " ago";
    }
}
