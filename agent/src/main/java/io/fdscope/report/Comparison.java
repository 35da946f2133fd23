package io.fdscope.report;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.event.FieldNames;
import io.fdscope.jfr.recording.ReadRecording;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.origin.CreationSite;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What differs between two recordings: a pure function of both.
 *
 * @param summary one sentence
 * @param differences the weighty ones first
 */
record Comparison(String summary, List<Difference> differences) {
    private static final int MOST = 50;
    /** Numbers that differ by less than that are the same. */
    private static final double SAME = 0.2;

    /** From so many on a number matters. */
    private static final double MUCH = 100;

    /**
     * One difference.
     *
     * @param what is different
     * @param first in the first recording
     * @param second in the second
     * @param high whether it is likely to matter
     */
    record Difference(String what, String first, String second, boolean high) {}

    static Comparison of(ReadRecording first, ReadRecording second) {
        List<Difference> all = new ArrayList<>();
        addVerdicts(first.content(), second.content(), all);
        addFigures(first.content(), second.content(), all);
        addConnects(first.content(), second.content(), all);
        addFacts(first.content(), second.content(), all);
        all.sort(Comparator.comparing(difference -> !difference.high()));
        return new Comparison(summary(first, second), all.subList(0, Math.min(MOST, all.size())));
    }

    private static String summary(ReadRecording first, ReadRecording second) {
        boolean one = leaks(first.content());
        boolean other = leaks(second.content());
        String oneName = "the first (" + first.file().getFileName() + ")";
        String otherName = "the second (" + second.file().getFileName() + ")";
        if (first.content().course().last().isEmpty()
                || second.content().course().last().isEmpty()) {
            return "There is not a verdict on both, so only figures can be compared.";
        }
        if (one != other) {
            return "Only " + (one ? oneName : otherName) + " leaks: " + (one ? leak(first) : leak(second));
        }
        return one ? bothLeak(first, second) : "Neither leaks, as far as was seen.";
    }

    /** Where; how much stands in the verdicts and in what differs. */
    private static String bothLeak(ReadRecording first, ReadRecording second) {
        String one = site(first);
        String other = site(second);
        return one.equals(other)
                ? "Both leak, and at the same place: " + one + "."
                : "Both leak, but not at the same place: the first ("
                        + first.file().getFileName() + ") at " + one + ", the second ("
                        + second.file().getFileName() + ") at " + other + ".";
    }

    private static String site(ReadRecording recording) {
        CreationSite site = recording
                .content()
                .course()
                .leaking()
                .orElseThrow()
                .verdict()
                .standing()
                .get(0)
                .site();
        return site.frames().isEmpty() ? "a place that is not known" : site.name();
    }

    private static boolean leaks(RecordingContent content) {
        return content.course().leaking().isPresent();
    }

    private static String leak(ReadRecording recording) {
        ReplayedVerdict leaking = recording.content().course().leaking().orElseThrow();
        return leaking.words().summary(leaking.verdict());
    }

    private static void addVerdicts(RecordingContent first, RecordingContent second, List<Difference> all) {
        String one = level(first);
        String other = level(second);
        if (!one.equals(other)) {
            all.add(new Difference("worst level", one, other, true));
        }
        Map<String, Suspect> ones = suspects(first);
        Map<String, Suspect> others = suspects(second);
        ones.forEach(
                (site, suspect) -> addSuspect(site, Optional.of(suspect), Optional.ofNullable(others.get(site)), all));
        others.forEach((site, suspect) -> {
            if (!ones.containsKey(site)) {
                addSuspect(site, Optional.empty(), Optional.of(suspect), all);
            }
        });
    }

    private static String level(RecordingContent content) {
        return content.course()
                .worst()
                .map(each -> each.verdict().level())
                .map(VerdictLevel::label)
                .orElse("not known");
    }

    private static Map<String, Suspect> suspects(RecordingContent content) {
        return content.course().leaking().map(each -> each.verdict().standing()).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        suspect -> suspect.site().frames().isEmpty()
                                ? "where is not known"
                                : suspect.site().name(),
                        suspect -> suspect,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static void addSuspect(String site, Optional<Suspect> one, Optional<Suspect> other, List<Difference> all) {
        double first = one.map(each -> (double) each.counts().open()).orElse(0.0);
        double second = other.map(each -> (double) each.counts().open()).orElse(0.0);
        if (one.isEmpty() || other.isEmpty() || isFar(first, second)) {
            all.add(new Difference("leaking sockets, created at " + site, words(one), words(other), true));
        }
    }

    private static String words(Optional<Suspect> suspect) {
        return suspect.map(each -> Words.count(each.counts().open()) + " open, "
                        + each.cause().label())
                .orElse("no suspect");
    }

    private static void addFigures(RecordingContent first, RecordingContent second, List<Difference> all) {
        addFigure("most descriptors open", FieldNames.OPEN_COUNT, first, second, all);
        addFigure("most unidentified sockets", FieldNames.UNIDENTIFIED_SOCKET_COUNT, first, second, all);
        addFigure("most sockets held after close", FieldNames.HELD_AFTER_CLOSE_COUNT, first, second, all);
        addFigure("fastest growth, descriptors a minute", FieldNames.GROWTH_PER_MINUTE, first, second, all);
        addFigure("soft limit", FieldNames.SOFT_LIMIT, first, second, all);
        for (SocketGroup group : SocketGroup.values()) {
            if (group != SocketGroup.UNIDENTIFIED) {
                double one = first.series().states().highest(group.label());
                double other = second.series().states().highest(group.label());
                add("most sockets in state " + group.name(), one, other, all);
            }
        }
        add("failures for want of a descriptor", victims(first), victims(second), all);
    }

    private static double victims(RecordingContent content) {
        return content.exhaustions().victims().stream()
                .mapToDouble(each -> (double) each.count())
                .sum();
    }

    private static void addFigure(
            String what, String field, RecordingContent first, RecordingContent second, List<Difference> all) {
        add(what, first.series().usage().highest(field), second.series().usage().highest(field), all);
    }

    private static void add(String what, double one, double other, List<Difference> all) {
        if (isFar(one, other) && !Words.number(one).equals(Words.number(other))) {
            all.add(new Difference(what, Words.number(one), Words.number(other), Math.abs(one - other) >= MUCH));
        }
    }

    private static boolean isFar(double one, double other) {
        return !Double.isNaN(one)
                && !Double.isNaN(other)
                && Math.abs(one - other) > SAME * Math.max(Math.abs(one), Math.abs(other));
    }

    private static void addConnects(RecordingContent first, RecordingContent second, List<Difference> all) {
        Map<String, Long> ones = failed(first);
        Map<String, Long> others = failed(second);
        ones.forEach((end, count) -> addFailed(end, count, others.getOrDefault(end, 0L), all));
        others.forEach((end, count) -> {
            if (!ones.containsKey(end)) {
                addFailed(end, 0, count, all);
            }
        });
    }

    private static Map<String, Long> failed(RecordingContent content) {
        return content.connects().ends().stream()
                .filter(end -> end.failed().total() > 0)
                .limit(MOST)
                .collect(Collectors.toMap(
                        end -> end.address().name(), end -> end.failed().total(), Long::sum, LinkedHashMap::new));
    }

    private static void addFailed(String end, long one, long other, List<Difference> all) {
        if (isFar((double) one, (double) other)) {
            all.add(new Difference("failed connects to " + end, Words.count(one), Words.count(other), true));
        }
    }

    private static void addFacts(RecordingContent first, RecordingContent second, List<Difference> all) {
        addFact("Java version", first.process().javaVersion(), second.process().javaVersion(), all);
        addFact("JVM", first.process().jvm(), second.process().jvm(), all);
        addFact(
                "JVM arguments",
                first.process().jvmArguments(),
                second.process().jvmArguments(),
                all);
        addFact("command", first.process().command(), second.process().command(), all);
        addFact("system", first.process().operatingSystem(), second.process().operatingSystem(), all);
        add("seconds recorded", seconds(first), seconds(second), all);
    }

    private static double seconds(RecordingContent content) {
        return (content.endMillis() - content.startMillis()) / 1000.0;
    }

    private static void addFact(String what, Optional<String> one, Optional<String> other, List<Difference> all) {
        if (!one.equals(other)) {
            all.add(new Difference(what, one.orElse("not recorded"), other.orElse("not recorded"), false));
        }
    }

    String text() {
        Table table = new Table("FIRST", "SECOND", "WHAT DIFFERS");
        differences.forEach(each -> table.row(shortened(each.first()), shortened(each.second()), each.what()));
        return "Comparison\n  " + Words.harmless(summary)
                + (table.isEmpty() ? "" : "\n\n" + String.join("\n", table.lines()));
    }

    private static String shortened(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }

    void write(Json json) throws IOException {
        json.text("summary", summary);
        json.array("differences", differences, each -> {
            json.text("what", each.what());
            json.text("first", each.first());
            json.text("second", each.second());
            json.text("weight", each.high() ? "high" : "low");
        });
    }
}
