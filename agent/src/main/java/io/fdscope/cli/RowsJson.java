package io.fdscope.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fdscope.row.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes rows as one JSON object: values of its own, and the rows as an array. JSON has no NaN: that is null. */
final class RowsJson {
    private final String name;
    private final List<Row> rows;

    /** @param name of the array */
    RowsJson(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** @param head the values beside the array */
    String write(Row head) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            fields(json, head);
            json.writeArrayFieldStart(name);
            for (Row row : rows) {
                json.writeStartObject();
                fields(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out + "\n";
    }

    private static void fields(JsonGenerator json, Row row) throws IOException {
        for (Map.Entry<String, Object> value : row.values().entrySet()) {
            json.writeFieldName(value.getKey());
            value(json, value.getValue());
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof List<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString((String) text);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> counts) {
            json.writeStartObject();
            for (Map.Entry<?, ?> count : counts.entrySet()) {
                json.writeNumberField((String) count.getKey(), (Long) count.getValue());
            }
            json.writeEndObject();
        } else {
            scalar(json, value);
        }
    }

    private static void scalar(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Double number) {
            if (Double.isFinite(number)) {
                json.writeNumber(number);
            } else {
                json.writeNull();
            }
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
