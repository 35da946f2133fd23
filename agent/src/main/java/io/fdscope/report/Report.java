package io.fdscope.report;

import io.fdscope.jfr.recording.ReadRecording;
import java.util.List;
import java.util.Optional;

/**
 * What there is to report.
 *
 * @param generator name and version of who made it
 * @param recordings one, or two to be compared
 */
public record Report(String generator, List<ReadRecording> recordings) {
    /** Copies. */
    public Report {
        recordings = List.copyOf(recordings);
    }

    /** What differs; empty where there is only one recording. */
    Optional<Comparison> comparison() {
        return recordings.size() == 2
                ? Optional.of(Comparison.of(recordings.get(0), recordings.get(1)))
                : Optional.empty();
    }
}
