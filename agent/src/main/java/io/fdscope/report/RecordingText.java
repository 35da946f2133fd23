package io.fdscope.report;

import io.fdscope.event.FieldNames;
import io.fdscope.jfr.recording.ReadRecording;
import io.fdscope.leak.Span;
import io.fdscope.leak.Suspect;
import io.fdscope.recording.Exhaustions;
import io.fdscope.recording.Missing;
import io.fdscope.recording.ProcessFacts;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.RemoteEnds;
import io.fdscope.recording.ReplayedVerdict;
import io.fdscope.recording.Series;
import io.fdscope.recording.SiteCreations;
import io.fdscope.recording.Traffic;
import io.fdscope.recording.VerdictCourse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One recording in words, the verdict first. */
final class RecordingText {
    private static final int MOST_ROWS = 20;
    private static final double MILLIS = 1e6;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final ReadRecording recording;
    private final RecordingContent content;
    private final boolean ofOneDay;
    private final List<String> parts = new ArrayList<>();

    RecordingText(ReadRecording recording) {
        this.recording = recording;
        this.content = recording.content();
        ofOneDay = content.startMillis() / DAY == content.endMillis() / DAY;
    }

    List<String> parts() {
        head();
        verdicts();
        add("How it went (UTC)", course());
        add("Open descriptors", usage());
        Optional<ReplayedVerdict> leaking = content.course().leaking().or(content.course()::worst);
        leaking.ifPresent(each -> add("Suspects at " + clock(each.epochMillis()) + " UTC", suspects(each)));
        add("Who created sockets", creations());
        add("Connects by remote end", connects());
        add("Slow reads and writes by remote end", traffic());
        add("Who found no descriptor left (UTC)", victims());
        add("Failures of fdscope itself", faults());
        add("Not in this recording", missing());
        add("How sure this report is", bullets(Confidence.beyondVerdict(content)));
        add("What could not be read", bullets(recording.problems()));
        return parts;
    }

    private void add(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add(heading + "\n" + String.join("\n", lines));
        }
    }

    private static List<String> bullets(List<String> texts) {
        return texts.stream().map(text -> "  - " + Words.harmless(text)).toList();
    }

    private String clock(long epochMillis) {
        return ofOneDay ? Words.clock(epochMillis) : Words.day(epochMillis);
    }

    private void head() {
        List<String> lines = new ArrayList<>();
        long millis = content.endMillis() - content.startMillis();
        lines.add("Recording " + Words.harmless(String.valueOf(recording.file().getFileName())) + ": "
                + Words.day(content.startMillis()) + " to " + Words.day(content.endMillis()) + " UTC, "
                + Span.ofMillis(millis) + ", " + Words.bytes(recording.bytes()) + ", " + recording.chunks()
                + (recording.chunks() == 1 ? " chunk" : " chunks"));
        ProcessFacts facts = content.process();
        facts.processIdentifier().ifPresent(pid -> lines.add("  process   " + pid));
        fact(lines, "command", facts.command());
        fact(lines, "arguments", facts.jvmArguments());
        fact(lines, "JVM", facts.jvm());
        fact(lines, "system", facts.operatingSystem());
        parts.add(String.join("\n", lines));
    }

    private static void fact(List<String> lines, String name, Optional<String> text) {
        text.ifPresent(value -> lines.add("  " + name + " ".repeat(10 - name.length())
                + Words.harmless(value.lines().findFirst().orElse(""))));
    }

    private void verdicts() {
        Optional<ReplayedVerdict> last = content.course().last();
        if (last.isEmpty()) {
            parts.add("No verdict: see what is not in this recording.");
            return;
        }
        content.course().worstBefore().ifPresent(each -> verdict("The verdict at its worst", each));
        content.course().leakBefore().ifPresent(each -> verdict("The verdict while sockets leaked", each));
        verdict("The verdict at the end", last.get());
    }

    /** A stranger's line end in a name is taken for one of ours; nothing but the look depends on it. */
    private void verdict(String heading, ReplayedVerdict verdict) {
        String text = verdict.words().of(verdict.verdict());
        parts.add(heading + ", " + clock(verdict.epochMillis()) + " UTC\n"
                + String.join("\n", text.lines().map(Words::harmless).toList()));
    }

    private List<String> course() {
        List<String> lines = new ArrayList<>(content.course().changes().stream()
                .map(each -> "  " + clock(each.epochMillis()) + "  "
                        + each.level().label() + ": " + Words.harmless(each.summary()))
                .toList());
        if (content.course().leftOut() > 0) {
            lines.add(
                    VerdictCourse.MOST_CHANGES,
                    "  (" + Words.count(content.course().leftOut()) + " changes between are left out)");
        }
        return lines;
    }

    private List<String> usage() {
        Series usage = content.series().usage();
        List<double[]> points = usage.points();
        if (points.isEmpty()) {
            return List.of();
        }
        int open = usage.names().indexOf(FieldNames.OPEN_COUNT) + 1;
        return List.of(
                "  " + Words.count(points.get(0)[open]) + " at first, "
                        + Words.count(usage.highest(FieldNames.OPEN_COUNT))
                        + " at most, " + Words.count(points.get(points.size() - 1)[open]) + " at last; soft limit "
                        + Words.count(usage.highest(FieldNames.SOFT_LIMIT)),
                "  at most " + Words.count(usage.highest(FieldNames.UNIDENTIFIED_SOCKET_COUNT))
                        + " unidentified sockets, "
                        + Words.count(usage.highest(FieldNames.HELD_AFTER_CLOSE_COUNT)) + " held after close, "
                        + Words.count(usage.highest(FieldNames.FILE_COUNT)) + " files");
    }

    private static List<String> suspects(ReplayedVerdict verdict) {
        Table table = new Table("OPEN", "UNIDENTIFIED", "DROPPED", "OLDEST", "MORE A MINUTE", "STATE", "CAUSE", "SITE");
        verdict.verdict().suspects().stream().limit(MOST_ROWS).forEach(suspect -> row(table, suspect));
        return table.isEmpty() ? List.of() : table.lines();
    }

    private static void row(Table table, Suspect suspect) {
        table.row(
                Words.count(suspect.counts().open()),
                Words.count(suspect.counts().unidentified()),
                Words.count(suspect.counts().droppedWithoutClose()),
                suspect.oldestAgeMillis() < 0
                        ? "-"
                        : Span.ofMillis(suspect.oldestAgeMillis()).toString(),
                Double.isNaN(suspect.growthPerMinute()) ? "-" : Long.toString(Math.round(suspect.growthPerMinute())),
                suspect.state().label(),
                suspect.cause().label(),
                suspect.site().frames().isEmpty() ? "not known" : suspect.site().name());
    }

    private List<String> creations() {
        Table table = new Table("CREATED", "STILL OPEN", "BY", "SITE");
        content.creations().sites().stream()
                .sorted(Comparator.comparingLong(RecordingText::weight).reversed())
                .limit(MOST_ROWS)
                .forEach(site -> row(table, site));
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("  (" + Confidence.ofCreations(content.creations()) + ")");
        return lines;
    }

    /** Where it is over by the end, nothing of the worst site is open any more. */
    private static long weight(SiteCreations site) {
        return Math.max(site.open(), site.createdCount());
    }

    private static void row(Table table, SiteCreations site) {
        table.row(
                Words.count(site.createdCount()),
                site.isJudged() ? Words.count(site.open()) : "?",
                site.site().openedBy().label(),
                site.site().frames().isEmpty() ? "not known" : site.site().name());
    }

    private List<String> connects() {
        Table table = new Table("CONNECTS", "FAILED", "LONGEST", "REMOTE END AND FAILURES");
        content.connects().ends().stream().limit(MOST_ROWS).forEach(end -> row(table, end));
        return table.isEmpty() ? List.of() : table.lines();
    }

    private static void row(Table table, RemoteEnds.End end) {
        table.row(
                Words.count(end.attempts().total()),
                Words.count(end.failed().total()),
                Math.round(end.longestNanos() / MILLIS) + " ms",
                end.address().name()
                        + (end.failures().isEmpty()
                                ? ""
                                : ": " + String.join(", ", end.failures().keySet())));
    }

    private List<String> traffic() {
        Table table = new Table("READS", "WRITES", "LONGEST", "REMOTE END");
        for (Traffic.Talk talk :
                content.traffic().talks().stream().limit(MOST_ROWS).toList()) {
            table.row(
                    Words.count(talk.reads()),
                    Words.count(talk.writes()),
                    Math.round(talk.longestNanos() / MILLIS) + " ms",
                    talk.address().name());
        }
        return table.isEmpty() ? List.of() : table.lines();
    }

    private List<String> victims() {
        Table table = new Table("COUNT", "FIRST", "LAST", "WHO, AND WHAT WAS THROWN");
        for (Exhaustions.Victim victim :
                content.exhaustions().victims().stream().limit(MOST_ROWS).toList()) {
            table.row(
                    Words.count(victim.count()),
                    clock(victim.firstMillis()),
                    clock(victim.lastMillis()),
                    Frames.named(victim.frames()) + ": " + victim.failure());
        }
        return table.isEmpty() ? List.of() : table.lines();
    }

    private List<String> faults() {
        return bullets(content.faults().entrySet().stream()
                .map(each -> each.getKey().edge() + ": " + each.getKey().text() + ", " + each.getValue() + " times")
                .toList());
    }

    private List<String> missing() {
        return bullets(Missing.in(content).stream()
                .map(each -> each.what() + ". To have it: " + each.how())
                .toList());
    }
}
