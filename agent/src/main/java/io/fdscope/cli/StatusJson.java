package io.fdscope.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.fdscope.blackbox.Figure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes one status as JSON: figures by name, counts by kind and state as objects of their own. */
final class StatusJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private StatusJson() {}

    static String write(Status status) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("target", status.target());
            json.writeStringField("source", status.source());
            json.writeBooleanField("alive", status.alive());
            json.writeStringField("note", status.note());
            for (Map.Entry<String, String> fact : status.facts().entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            for (Map.Entry<String, Number> figure : status.figures().entrySet()) {
                if (figure.getKey().indexOf('.') < 0) {
                    writeNumber(json, figure.getKey(), figure.getValue());
                }
            }
            writeGroup(json, "countByKind", Figure.KIND, status);
            writeGroup(json, "socketCountByState", Figure.STATE, status);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }

    private static void writeGroup(JsonGenerator json, String name, String prefix, Status status) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Number> figure : status.figures().entrySet()) {
            if (figure.getKey().startsWith(prefix)) {
                writeNumber(json, figure.getKey().substring(prefix.length()), figure.getValue());
            }
        }
        json.writeEndObject();
    }

    /** JSON has no NaN: what is unknown and cannot be −1 is null. */
    private static void writeNumber(JsonGenerator json, String name, Number value) throws IOException {
        if (value instanceof Double fraction) {
            if (fraction.isNaN() || fraction.isInfinite()) {
                json.writeNullField(name);
            } else {
                json.writeNumberField(name, fraction);
            }
        } else {
            json.writeNumberField(name, value.longValue());
        }
    }
}
