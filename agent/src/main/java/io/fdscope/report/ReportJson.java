package io.fdscope.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.fdscope.jfr.recording.ReadRecording;
import java.io.IOException;
import java.io.Writer;

/** The report as JSON, in the schema of docs/report-json.md. */
public final class ReportJson implements ReportForm {
    static final String SCHEMA = "io.fdscope.report";
    static final int VERSION = 1;

    private final Report report;

    /** @param report what to write */
    public ReportJson(Report report) {
        this.report = report;
    }

    /** For people and tools: in lines, and in ASCII, so that no locale can spoil it. */
    @Override
    public void writeTo(Writer out) throws IOException {
        JsonFactory ascii =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = generator(ascii, out).useDefaultPrettyPrinter()) {
            write(json);
        }
        out.write('\n');
    }

    /** For a page: in as few bytes as can be. */
    void writeCompactTo(Writer out) throws IOException {
        try (JsonGenerator json = generator(new JsonFactory(), out)) {
            write(json);
        }
    }

    private static JsonGenerator generator(JsonFactory factory, Writer out) throws IOException {
        return factory.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        write(new Json(out));
        out.writeEndObject();
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
