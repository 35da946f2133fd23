package io.fdscope.examples.incident;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the recording says about the service.
 *
 * @param file the recording
 */
record RecordedUsage(Path file) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** The last usage event before a moment. */
    Observation observe(Instant before) throws DemoFailure {
        return lastEvent(before)
                .map(RecordedUsage::observation)
                .orElseGet(() -> Observation.absent("fdscope, JFR event", "not in the recording"));
    }

    private Optional<RecordedEvent> lastEvent(Instant before) throws DemoFailure {
        RecordedEvent last = null;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(EventNames.FILE_DESCRIPTOR_USAGE)
                        && event.getStartTime().isBefore(before)
                        && (last == null || event.getStartTime().isAfter(last.getStartTime()))) {
                    last = event;
                }
            }
        } catch (IOException e) {
            throw new DemoFailure("the recording " + file + " cannot be read back: " + e.getMessage(), e);
        }
        return Optional.ofNullable(last);
    }

    private static Observation observation(RecordedEvent event) {
        return new Observation(
                "fdscope, JFR event of " + CLOCK.format(event.getStartTime().atZone(ZoneId.systemDefault())),
                event.getInt(FieldNames.OPEN_COUNT),
                event.getInt(FieldNames.SOCKET_COUNT),
                event.getInt(FieldNames.UNIDENTIFIED_SOCKET_COUNT),
                Observation.UNTOLD,
                "");
    }
}
