package io.fdscope.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** The report as one page that needs nothing else, named for its recordings. */
public final class ReportPage {
    private final Report report;

    /** @param report what to show */
    public ReportPage(Report report) {
        this.report = report;
    }

    /** The whole page. */
    public String html() throws IOException {
        String title = report.recordings().stream()
                .map(recording -> String.valueOf(recording.file().getFileName()))
                .collect(Collectors.joining(" and "));
        StringWriter page = new StringWriter();
        new Page(title).writeTo(page, json -> json.write(new ReportJson(report).compact()));
        return page.toString();
    }
}
