package io.fdscope.examples.incident;

import io.fdscope.jfr.recording.RecordingReader;
import io.fdscope.report.Report;
import io.fdscope.report.ReportPage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report on the recording, beside it, as {@code ./fdscope report} writes it.
 *
 * @param recording what it is about
 */
record DemoPage(Path recording) {
    private static final String NAME = "fdscope-demo.html";

    /** Writes it, and returns where. */
    Path write() throws DemoFailure {
        Path page = recording.resolveSibling(NAME);
        try {
            Report report = new Report("fdscope demo", List.of(new RecordingReader(recording, share -> {}).read()));
            try (Writer out = Files.newBufferedWriter(page)) {
                new ReportPage(report).writeTo(out);
            }
            return page;
        } catch (IOException e) {
            throw new DemoFailure("cannot make " + page + " from the recording: " + e.getMessage(), e);
        }
    }
}
