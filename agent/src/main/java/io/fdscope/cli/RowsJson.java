package io.fdscope.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.fdscope.row.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes rows as one JSON object: values of its own, and the rows as an array. JSON has no NaN: that is null. What is
 * not ASCII is escaped, so that no locale can spoil it.
 */
final class RowsJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String name;
    private final List<Row> rows;

    /** @param name of the array */
    RowsJson(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** @param head the values beside the array */
    String write(Row head) {
        return write(head, JsonGenerator::useDefaultPrettyPrinter) + "\n";
    }

    /** The same on one line, without its end. */
    String writeLine(Row head) {
        return write(head, plain -> {});
    }

    /** One object without an array. */
    static String of(Row row) {
        return new RowsJson("", List.of()).write(row);
    }

    private String write(Row head, Consumer<JsonGenerator> style) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            style.accept(json);
            json.writeStartObject();
            fields(json, head);
            if (!name.isEmpty()) {
                array(json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }

    private void array(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeStartObject();
            fields(json, row);
            json.writeEndObject();
        }
        json.writeEndArray();
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
