package io.fdscope.report;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictText;
import io.fdscope.procfs.Limits;
import io.fdscope.recording.ReplayedVerdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One verdict as JSON. */
final class VerdictJson {
    private final ReplayedVerdict replayed;
    private final StackIndex stacks;
    private final Json json;

    VerdictJson(ReplayedVerdict replayed, StackIndex stacks, Json json) {
        this.replayed = replayed;
        this.stacks = stacks;
        this.json = json;
    }

    void write() throws IOException {
        Verdict verdict = replayed.verdict();
        VerdictText words = replayed.words();
        json.count("atMillis", replayed.epochMillis());
        json.text("level", verdict.level().label());
        json.text("summary", words.summary(verdict));
        json.text("text", words.of(verdict));
        json.texts("orders", words.orders(verdict));
        json.texts("doubts", words.doubts(verdict));
        json.count("openCount", verdict.reading().openCount());
        json.count("softLimit", verdict.reading().limits().soft());
        json.out().writeBooleanField("unlimited", verdict.reading().limits().soft() == Limits.UNLIMITED);
        json.count("unidentified", verdict.unidentified());
        json.count("unattributed", verdict.unattributed());
        json.fraction("growthPerMinute", verdict.trend().growthPerMinute());
        json.fraction("secondsToExhaustion", unknownBelowZero(verdict.trend().secondsToExhaustion()));
        json.array("suspects", verdict.suspects(), this::suspect);
    }

    private static double unknownBelowZero(double value) {
        return value < 0 ? Double.NaN : value;
    }

    private void suspect(Suspect suspect) throws IOException {
        json.text("site", suspect.site().name());
        json.text("name", VerdictText.name(suspect));
        json.text("openedBy", suspect.site().openedBy().label());
        json.text("thread", suspect.threadName());
        json.text("state", suspect.state().label());
        json.text("cause", suspect.cause().label());
        json.text("causeText", suspect.cause().text());
        json.count(
                "stack",
                suspect.site().frames().isEmpty()
                        ? -1
                        : stacks.of(suspect.site().frames()));
        List<String> closing = suspect.closingStack().lines().toList();
        json.count("closingStack", closing.isEmpty() ? -1 : stacks.ofLines(closing));
        counts(suspect);
        json.text("remedy", VerdictText.remedy(suspect, replayed.verdict().tracing()));
        json.out().writeBooleanField("traced", !suspect.site().frames().isEmpty());
        json.object("history", unused -> history(suspect));
    }

    private void counts(Suspect suspect) throws IOException {
        json.count("open", suspect.counts().open());
        json.count("unidentified", suspect.counts().unidentified());
        json.count("heldAfterClose", suspect.counts().heldAfterClose());
        json.object("byState", unused -> {
            for (SocketGroup group : SocketGroup.values()) {
                Long count = suspect.counts().byState().get(group);
                if (count != null) {
                    json.count(group.name(), count);
                }
            }
        });
        json.count("dropped", suspect.counts().droppedWithoutClose());
        json.count("created", suspect.counts().created());
        json.out().writeBooleanField("estimated", suspect.counts().estimated());
        json.count("concerned", suspect.concerned());
        json.count("oldestAgeMillis", suspect.oldestAgeMillis());
        json.fraction("growthPerMinute", suspect.growthPerMinute());
        json.array("endpoints", suspect.endpoints().entrySet(), end -> endpoint(end));
    }

    private void endpoint(Map.Entry<String, Long> end) throws IOException {
        json.text("name", end.getKey());
        json.count("count", end.getValue());
    }

    private void history(Suspect suspect) throws IOException {
        List<SitePoint> points = replayed.evidence().sites().stream()
                .filter(site -> site.site().equals(suspect.site()))
                .findFirst()
                .map(SiteEvidence::history)
                .orElse(List.of());
        long toEpoch = replayed.epochMillis() - replayed.evidence().millis();
        json.column(
                "epochMillis",
                points.stream().mapToDouble(point -> point.millis() + toEpoch).toArray());
        json.column(
                "open",
                points.stream().mapToDouble(point -> (double) point.open()).toArray());
    }
}
