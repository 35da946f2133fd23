package io.fdscope.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes values as the schema has them: what is unknown is null.
 *
 * @param out where to
 */
record Json(JsonGenerator out) {
    /** What writes a part of it. */
    @FunctionalInterface
    interface Part<T> {
        void write(T value) throws IOException;
    }

    void text(String name, String text) throws IOException {
        out.writeStringField(name, text);
    }

    void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            out.writeStringField(name, text.get());
        } else {
            out.writeNullField(name);
        }
    }

    /** Below 0 is unknown. */
    void count(String name, long count) throws IOException {
        if (count < 0 || count == Long.MAX_VALUE) {
            out.writeNullField(name);
        } else {
            out.writeNumberField(name, count);
        }
    }

    void count(String name, OptionalLong count) throws IOException {
        count(name, count.orElse(-1));
    }

    /** NaN is unknown; no more than three decimals. */
    void fraction(String name, double value) throws IOException {
        out.writeFieldName(name);
        number(value);
    }

    private void number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(Math.round(value * 1000) / 1000.0);
        }
    }

    void column(String name, double[] values) throws IOException {
        out.writeArrayFieldStart(name);
        for (double value : values) {
            number(value);
        }
        out.writeEndArray();
    }

    void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    <T> void array(String name, Iterable<T> values, Part<T> part) throws IOException {
        out.writeArrayFieldStart(name);
        for (T value : values) {
            out.writeStartObject();
            part.write(value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void pairs(String name, Map<Integer, Long> counts) throws IOException {
        out.writeArrayFieldStart(name);
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            out.writeStartArray();
            out.writeNumber(each.getKey());
            out.writeNumber(each.getValue());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    void object(String name, Part<Json> part) throws IOException {
        out.writeObjectFieldStart(name);
        part.write(this);
        out.writeEndObject();
    }
}
