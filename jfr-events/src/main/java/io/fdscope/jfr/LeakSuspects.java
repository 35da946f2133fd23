package io.fdscope.jfr;

import io.fdscope.leak.LeakListener;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.VerdictSource;
import io.fdscope.sample.Sample;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes an event for each suspect that stands whenever the flight recorder asks, up to {@value #MOST}, and one when a
 * suspect comes up or is cleared. None for a period in which {@link LiveSamples} holds the sample back.
 */
final class LeakSuspects implements Runnable, LeakListener {
    static final int MOST = 100;

    /** A longer stack is cut: an event must fit into the flight recorder's buffers. */
    static final int MOST_STACK_CHARACTERS = 16_000;

    private final LiveSamples samples;
    private final VerdictSource verdicts;
    private final JfrEdge edge;

    LeakSuspects(Supplier<Sample> latest, VerdictSource verdicts, JfrEdge edge) {
        this.samples = new LiveSamples(latest);
        this.verdicts = verdicts;
        this.edge = edge;
    }

    @Override
    public void run() {
        edge.run(() -> {
            if (new LeakSuspectEvent().isEnabled() && samples.next().isPresent()) {
                verdicts.latest().standing().stream().limit(MOST).forEach(LeakSuspects::write);
            }
        });
    }

    @Override
    public void suspected(Suspect suspect) {
        edge.run(() -> write(suspect));
    }

    @Override
    public void cleared(Suspect suspect) {
        edge.run(() -> write(suspect));
    }

    private static void write(Suspect suspect) {
        LeakSuspectEvent event = new LeakSuspectEvent();
        if (event.isEnabled()) {
            fill(event, suspect);
            event.commit();
        }
    }

    static void fill(LeakSuspectEvent event, Suspect suspect) {
        String stack = suspect.site().stackText();
        SuspectCounts counts = suspect.counts();
        event.site = orMissing(suspect.site().name());
        event.stackText = orMissing(stack.substring(0, Math.min(MOST_STACK_CHARACTERS, stack.length())));
        event.creatingThread = orMissing(suspect.threadName());
        event.openCount = SampleFigures.count(counts.open());
        event.unidentifiedSocketCount = SampleFigures.count(counts.unidentified());
        event.heldAfterCloseCount = SampleFigures.count(counts.heldAfterClose());
        event.droppedWithoutCloseCount = SampleFigures.count(counts.droppedWithoutClose());
        event.oldestAge = suspect.oldestAgeMillis() < 0 ? SampleFigures.UNKNOWN_TIME : suspect.oldestAgeMillis();
        event.growthPerMinute = suspect.growthPerMinute();
        event.endpoints = orMissing(suspect.endpoints().entrySet().stream()
                .map(endpoint -> endpoint.getKey() + " (" + endpoint.getValue() + ")")
                .collect(Collectors.joining(", ")));
        event.cause = suspect.cause().text();
        event.suspectState = suspect.state().label();
    }

    private static String orMissing(String text) {
        return text.isEmpty() ? null : text;
    }
}
