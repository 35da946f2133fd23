package io.fdscope.jmc.rules;

import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.SuspectState;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictText;
import io.fdscope.origin.TracingFacts;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A site whose sockets are in a bad state, suspect or not.
 *
 * @param suspect the site as if it were a suspect
 * @param count how many of its sockets are in that state
 * @param tracing what was traced then
 */
record Culprit(Suspect suspect, long count, TracingFacts tracing) {
    private static final int MOST_TOLD = 10;
    private static final int MOST_ENDPOINTS = 3;

    /**
     * Those of the last scan, else of the worst, else of the worst with a suspect.
     *
     * @param counted how many of a site's sockets are in the state
     * @param cause what is wrong with these, where the analysis has found nothing that fits better
     */
    static List<Culprit> in(RecordingContent content, ToLongFunction<SuspectCounts> counted, SuspectCause cause) {
        return Stream.of(
                        content.course().last(),
                        content.course().worst(),
                        content.course().leaking())
                .flatMap(Optional::stream)
                .map(verdict -> in(verdict, counted, cause))
                .filter(culprits -> !culprits.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Culprit> in(
            ReplayedVerdict verdict, ToLongFunction<SuspectCounts> counted, SuspectCause cause) {
        return verdict.evidence().sites().stream()
                .map(site -> new Culprit(
                        suspect(verdict, site, cause),
                        counted.applyAsLong(site.counts()),
                        verdict.verdict().tracing()))
                .filter(culprit -> culprit.count() > 0)
                .sorted(Comparator.comparingLong(Culprit::count).reversed())
                .toList();
    }

    /** Suspects as such. */
    static List<Culprit> of(Verdict verdict) {
        return verdict.standing().stream()
                .map(suspect -> new Culprit(suspect, suspect.involved(), verdict.tracing()))
                .toList();
    }

    private static Suspect suspect(ReplayedVerdict verdict, SiteEvidence site, SuspectCause cause) {
        return verdict.verdict().standing().stream()
                .filter(suspect -> suspect.site().equals(site.site()))
                .findFirst()
                .orElseGet(() -> new Suspect(
                        site.site(),
                        site.threadName(),
                        SuspectState.STANDING,
                        cause,
                        site.counts(),
                        site.oldestAgeMillis(),
                        Double.NaN,
                        site.endpoints(),
                        site.closingStack()));
    }

    /** Whether its line is known. */
    boolean isNamed() {
        return !suspect.site().frames().isEmpty();
    }

    /** What a list of them begins with. */
    static String heading(List<Culprit> culprits) {
        return culprits.isEmpty() ? Texts.SITES_UNKNOWN.of() : Texts.SITES_HEAD.of();
    }

    /** A line each. */
    static List<String> lines(List<Culprit> culprits) {
        List<String> lines = new ArrayList<>();
        culprits.stream().limit(MOST_TOLD).map(Culprit::line).forEach(lines::add);
        if (culprits.size() > MOST_TOLD) {
            lines.add(Texts.SITES_MORE.of(culprits.size() - MOST_TOLD));
        }
        return lines;
    }

    private String line() {
        String line = Texts.SITE_LINE.of(count, VerdictText.name(suspect));
        Map<String, Long> endpoints = suspect.endpoints();
        return endpoints.isEmpty()
                ? line
                : Texts.SITE_LINE_ENDPOINTS.of(
                        line, endpoints.keySet().stream().limit(MOST_ENDPOINTS).collect(Collectors.joining(", ")));
    }

    /** What their authors have to change, a line each. */
    static Paragraph remedies(List<Culprit> culprits) {
        return Paragraph.ofOrders(culprits.stream()
                .limit(MOST_TOLD)
                .map(culprit -> VerdictText.remedy(culprit.suspect(), culprit.tracing()))
                .distinct()
                .toList());
    }

    /** Gives the sites as values. */
    static void addTo(Assessment assessment, List<Culprit> culprits) {
        List<Culprit> named = culprits.stream().filter(Culprit::isNamed).toList();
        assessment.with(
                Results.SITES,
                named.stream()
                        .map(each -> each.suspect().site().name())
                        .distinct()
                        .toList());
        named.stream()
                .findFirst()
                .ifPresent(first -> assessment
                        .with(Results.SITE, first.suspect().site().name())
                        .with(Results.STACK, first.suspect().site().stackText()));
    }
}
