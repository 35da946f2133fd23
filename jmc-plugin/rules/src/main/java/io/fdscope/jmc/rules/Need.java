package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.recording.RecordingContent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmc.flightrecorder.rules.IRecordingSetting;

/**
 * Something that a rule needs to say anything, and a recording does not hold.
 *
 * @param text what is missing, and what to switch on
 * @param settings the same for JMC
 */
record Need(String text, List<IRecordingSetting> settings) {
    private static final String OURS = "io.fdscope.";

    /** What is missing, if there are no events of a type that is written all the time. */
    static Optional<Need> events(RecordingContent content, String event) {
        if (isWithoutUs(content)) {
            return Optional.of(fdscope());
        }
        if (content.eventCounts().containsKey(event)) {
            return Optional.empty();
        }
        return Optional.of(
                content.isRecorded(event)
                        ? new Need(Texts.MISSING_PERIOD.of(event), List.of())
                        : new Need(Texts.MISSING_EVENT.of(event), settings(event)));
    }

    /** What is missing, if events of a type would not be there, had there been an occasion. */
    static Optional<Need> setting(RecordingContent content, String event) {
        return content.isRecorded(event) ? Optional.empty() : events(content, event);
    }

    /** What is missing, if nothing has been judged. */
    static Optional<Need> verdict(RecordingContent content) {
        if (content.course().last().isPresent()) {
            return Optional.empty();
        }
        if (isWithoutUs(content)) {
            return Optional.of(fdscope());
        }
        Texts reason = content.incompleteScans() > 0 ? Texts.MISSING_WHOLE_SCAN : Texts.MISSING_SCAN;
        return Optional.of(new Need(
                reason.of(), settings(EventNames.LEAK_EVIDENCE, EventNames.SITE_EVIDENCE, EventNames.CREATION_SITE)));
    }

    /** What is missing, if no site of a creation can be known. */
    static Optional<Need> tracing(RecordingContent content) {
        Optional<Need> verdict = verdict(content);
        boolean traced = content.course().last().stream()
                .anyMatch(last -> last.verdict().tracing().enabled()
                        || !last.verdict().suspects().isEmpty());
        return verdict.isPresent() || traced ? verdict : Optional.of(new Need(Texts.MISSING_TRACING.of(), List.of()));
    }

    /** Too little of the process has been seen. */
    static Need time(String summary) {
        return new Need(Texts.MISSING_TIME.of(summary), List.of());
    }

    /** Events that are there do not tell what they should. */
    static Need figure(String event, String field) {
        return new Need(Texts.MISSING_FIGURE.of(event, field), List.of());
    }

    private static Need fdscope() {
        return new Need(Texts.MISSING_FDSCOPE.of(), List.of());
    }

    private static boolean isWithoutUs(RecordingContent content) {
        return content.eventCounts().keySet().stream().noneMatch(name -> name.startsWith(OURS));
    }

    private static List<IRecordingSetting> settings(String... events) {
        return Arrays.stream(events).<IRecordingSetting>map(Enabled::new).toList();
    }

    /** An event type that is to be enabled. */
    private record Enabled(String event) implements IRecordingSetting {
        @Override
        public String getSettingFor() {
            return event;
        }

        @Override
        public String getSettingName() {
            return "enabled";
        }

        @Override
        public String getSettingValue() {
            return "true";
        }
    }
}
