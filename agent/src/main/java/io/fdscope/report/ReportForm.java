package io.fdscope.report;

import java.io.IOException;
import java.io.Writer;

/** One way to put a report: as a page, as JSON, as text. */
@FunctionalInterface
public interface ReportForm {
    /**
     * Writes all of it, and leaves the writer open. It is made while it is written: no form keeps the whole.
     *
     * @throws IOException of the writer
     */
    void writeTo(Writer out) throws IOException;
}
