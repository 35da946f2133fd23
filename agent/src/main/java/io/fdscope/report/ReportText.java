package io.fdscope.report;

import io.fdscope.jfr.recording.ReadRecording;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The report as plain text, for a terminal or a ticket. */
public final class ReportText implements ReportForm {
    private final Report report;

    /** @param report what to word */
    public ReportText(Report report) {
        this.report = report;
    }

    @Override
    public void writeTo(Writer out) throws IOException {
        out.write(text());
    }

    /** The whole text, in lines: some pages of a book. */
    String text() {
        List<String> parts = new ArrayList<>();
        report.comparison().ifPresent(comparison -> parts.add(comparison.text()));
        for (ReadRecording recording : report.recordings()) {
            parts.addAll(new RecordingText(recording).parts());
        }
        return String.join("\n\n", parts) + "\n";
    }
}
