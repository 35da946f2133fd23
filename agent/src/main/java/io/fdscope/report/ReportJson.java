package io.fdscope.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fdscope.jfr.recording.ReadRecording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The report as JSON, in the schema of docs/report-json.md. */
public final class ReportJson {
    static final String SCHEMA = "io.fdscope.report";
    static final int VERSION = 1;

    private final Report report;

    /** @param report what to write */
    public ReportJson(Report report) {
        this.report = report;
    }

    /** For people and tools: in lines. */
    public String indented() {
        return write(true) + "\n";
    }

    /** For a page: in as few bytes as can be. */
    String compact() {
        return write(false);
    }

    private String write(boolean indented) {
        StringWriter written = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(written)) {
            if (indented) {
                out.useDefaultPrettyPrinter();
            }
            out.writeStartObject();
            write(new Json(out));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return written.toString();
    }

    private void write(Json json) throws IOException {
        json.text("schema", SCHEMA);
        json.count("version", VERSION);
        json.text("generator", report.generator());
        json.array("recordings", report.recordings(), recording -> write(json, recording));
        if (report.comparison().isEmpty()) {
            json.out().writeNullField("comparison");
        } else {
            json.object("comparison", report.comparison().get()::write);
        }
    }

    private static void write(Json json, ReadRecording recording) throws IOException {
        new RecordingJson(recording, json).write();
    }
}
