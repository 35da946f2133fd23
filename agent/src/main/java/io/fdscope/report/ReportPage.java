package io.fdscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/** The report as one page that needs nothing else, named for its recordings. */
public final class ReportPage implements ReportForm {
    private final Report report;

    /** @param report what to show */
    public ReportPage(Report report) {
        this.report = report;
    }

    /** @param out encodes UTF-8, which is what the page says of itself */
    @Override
    public void writeTo(Writer out) throws IOException {
        String title = report.recordings().stream()
                .map(recording -> String.valueOf(recording.file().getFileName()))
                .collect(Collectors.joining(" and "));
        new Page(title).writeTo(out, new ReportJson(report)::writeCompactTo);
    }
}
