package io.fdscope.report;

import io.fdscope.origin.CreationSite;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stacks that are told once and referred to by number. */
final class StackIndex {
    private static final List<String> UNTRACED = List.of("created before tracing began, or by native code");

    private final Map<List<String>, Integer> numbers = new LinkedHashMap<>();

    int of(List<StackTraceElement> frames) {
        return ofLines(
                frames.isEmpty()
                        ? UNTRACED
                        : frames.stream().map(CreationSite::line).toList());
    }

    int ofLines(List<String> lines) {
        return numbers.computeIfAbsent(lines, unused -> numbers.size());
    }

    void write(Json json) throws IOException {
        json.out().writeArrayFieldStart("stacks");
        for (List<String> stack : numbers.keySet()) {
            json.out().writeStartArray();
            for (String frame : stack) {
                json.out().writeString(frame);
            }
            json.out().writeEndArray();
        }
        json.out().writeEndArray();
    }
}
