package io.fdscope.leak;

import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Words a verdict for somebody who was woken by it: what is wrong first, then what to do now, what that rests on, and how
 * sure it is. Plain text in lines of any length; English.
 */
public final class VerdictText {
    static final String SUSPECT = "Suspect: ";
    static final String CLEARED = "Cleared: ";
    static final String FRAME = "    at ";

    private static final int MOST_STACKS = 5;
    private static final int MOST_FRAMES = 25;
    private static final int MOST_ORDERS = 12;
    private static final double MOST_SECONDS = 365.0 * 24 * 3600;

    private final long pid;
    private final IntSupplier missingHooks;

    /** @param pid of the process that it is about */
    public VerdictText(long pid) {
        this(pid, () -> 0);
    }

    /** @param missingHooks how many places where sockets are created, connected or closed are not traced on this JDK */
    public VerdictText(long pid, IntSupplier missingHooks) {
        this.pid = pid;
        this.missingHooks = missingHooks;
    }

    /** The whole text, without a line end. */
    public String of(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        parts.add(summary(verdict));
        List<String> orders = orders(verdict);
        if (!orders.isEmpty()) {
            parts.add("What to do now:\n" + indented(most(orders), "- "));
        }
        List<Suspect> suspects = verdict.suspects();
        for (int i = 0; i < suspects.size(); i++) {
            parts.add(part(suspects.get(i), i));
        }
        parts.add("How sure this is:\n" + indented(doubts(verdict), "- "));
        return String.join("\n\n", parts);
    }

    /** What is to be done now, a sentence each, the most urgent first. */
    public List<String> orders(Verdict verdict) {
        return new Orders(verdict, pid).lines();
    }

    /** What the author of a suspect's code has to change. */
    public static String remedy(Suspect suspect, TracingFacts tracing) {
        return new SuspectText(suspect).remedy(tracing);
    }

    /** The name of a suspect's site with its thread, or that it is not known. */
    public static String name(Suspect suspect) {
        return new SuspectText(suspect).name();
    }

    /** What is known of one suspect, with its stacks. */
    public static String details(Suspect suspect) {
        return part(suspect, 0);
    }

    /** The first lines alone: one or two sentences. */
    public String summary(Verdict verdict) {
        List<Suspect> standing = verdict.standing();
        if (verdict.reading().openCount() < 0) {
            return "How many descriptors are open cannot be read, so nothing can be said.";
        }
        String text = standing.isEmpty() ? withoutSuspect(verdict) : of(standing.get(0), verdict);
        if (standing.size() > 1) {
            int more = standing.size() - 1;
            text += more == 1 ? " Another site leaks as well." : " " + more + " more sites leak as well.";
        }
        return text + end(verdict);
    }

    private static String withoutSuspect(Verdict verdict) {
        String open = open(verdict.reading());
        return switch (verdict.level()) {
            case UNKNOWN -> "Too little has been seen to say whether anything leaks. " + open + ".";
            case STABLE -> "No leak is seen. " + open + ", and their number does not grow.";
            case GROWING, EXHAUSTING ->
                open + grows(verdict) + ", but no site that creates sockets is a suspect so far.";
        };
    }

    private static String grows(Verdict verdict) {
        long growth = Math.round(verdict.trend().growthPerMinute());
        return growth > 0 ? ", " + new Amount(growth) + " more a minute" : "";
    }

    private static String of(Suspect suspect, Verdict verdict) {
        SuspectText text = new SuspectText(suspect);
        String open = open(verdict.reading());
        if (suspect.cause() == SuspectCause.DROPPED) {
            return open + ". The garbage collector had to close " + text.roughly()
                    + new Amount(suspect.counts().droppedWithoutClose()) + " " + text.origin()
                    + ": the program drops them without close.";
        }
        return open + " and " + text.roughly() + text.about() + " of them are " + text.clause() + ".";
    }

    private static String open(Reading reading) {
        long soft = reading.limits().soft();
        boolean limited = soft >= 0 && soft != Limits.UNLIMITED;
        return new Amount(reading.openCount()) + (limited ? " of " + new Amount(soft) : "") + " descriptors are open";
    }

    private static String end(Verdict verdict) {
        double seconds = verdict.trend().secondsToExhaustion();
        if (verdict.reading().headroom() == 0) {
            return " The process is full: it can open nothing more.";
        }
        return seconds >= 0 && seconds < MOST_SECONDS ? " The process is full in about " + new Span(seconds) + "." : "";
    }

    /** Each site may have an order of its own. */
    private static List<String> most(List<String> orders) {
        if (orders.size() <= MOST_ORDERS) {
            return orders;
        }
        List<String> most = new ArrayList<>(orders.subList(0, MOST_ORDERS));
        most.add("Likewise at " + (orders.size() - MOST_ORDERS) + " more sites: see the suspects");
        return most;
    }

    private static String part(Suspect suspect, int number) {
        SuspectText text = new SuspectText(suspect);
        boolean stands = suspect.state() == SuspectState.STANDING;
        List<String> lines = new ArrayList<>();
        lines.add((stands ? SUSPECT : CLEARED) + text.name() + ": " + text.fault() + (stands ? "" : ", until lately"));
        text.evidence().forEach(line -> lines.add("  " + line));
        if (stands && number < MOST_STACKS) {
            stack(lines, "stack of the creation:", suspect.site().stackText());
            stack(lines, "stack of the close:", suspect.closingStack());
        }
        return String.join("\n", lines);
    }

    private static void stack(List<String> lines, String what, String stack) {
        if (!stack.isEmpty()) {
            lines.add("  " + what);
            List<String> frames = stack.lines().toList();
            frames.stream().limit(MOST_FRAMES).forEach(frame -> lines.add(FRAME + frame));
            if (frames.size() > MOST_FRAMES) {
                lines.add(more(frames.size() - MOST_FRAMES));
            }
        }
    }

    /** The line for so many frames that are not shown. */
    static String more(int frames) {
        return "    … " + frames + " more";
    }

    /** How sure it is, a sentence each. */
    public List<String> doubts(Verdict verdict) {
        TracingFacts tracing = verdict.tracing();
        List<String> lines = new ArrayList<>();
        lines.add(traced(verdict));
        if (verdict.unattributed() > 0) {
            String all = verdict.unidentified() < 0 ? "" : " of " + new Amount(verdict.unidentified());
            lines.add(new Amount(verdict.unattributed()) + all
                    + " unidentified sockets: where they were created is not known");
        }
        if (tracing.sampledOneIn() > 1) {
            lines.add("to keep every stack would cost too much: at present one socket in "
                    + new Amount(tracing.sampledOneIn()) + " has its stack kept");
        }
        if (verdict.suspects().stream().anyMatch(suspect -> suspect.counts().estimated())) {
            lines.add("numbers with \"about\" are scaled up from a sample");
        }
        if (tracing.lost() > 0) {
            lines.add(new Amount(tracing.lost()) + " creations could not be kept, for want of room");
        }
        if (missingHooks.getAsInt() > 0) {
            lines.add(missingHooks.getAsInt() + " of the places to trace do not exist in this JDK: see MissingHooks");
        }
        return lines;
    }

    private static String traced(Verdict verdict) {
        TracingFacts tracing = verdict.tracing();
        if (!tracing.enabled()) {
            return "creations are not traced, so no suspect can be named";
        }
        long traced = Math.max(0, verdict.reading().epochMillis() - tracing.sinceEpochMillis());
        return "creations have been traced for " + Span.ofMillis(traced) + ", " + new Amount(tracing.created())
                + " of them; what is older, or native code's, is not known";
    }

    private static String indented(List<String> lines, String mark) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(text.length() == 0 ? "" : "\n")
                .append("  ")
                .append(mark)
                .append(line));
        return text.toString();
    }
}
