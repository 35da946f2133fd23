package io.fdscope.jmc.rules;

import io.fdscope.fixture.FakeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmc.flightrecorder.writer.api.Recording;
import org.openjdk.jmc.flightrecorder.writer.api.Recordings;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.Types;

/** A recording that no JVM has written. */
public final class WrittenRecording {
    private static final long NANOS = 1_000_000;
    /** It takes 0 for none. */
    private static final long FIRST_TICK = 1_000_000_000;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Recording recording;
    private final Map<String, Type> types = new LinkedHashMap<>();

    private WrittenRecording(Recording recording) {
        this.recording = recording;
    }

    /** Writes the events, without their stacks; the fields of a type are those of its first event. */
    public static Path write(Path file, Stream<FakeEvent> events) throws IOException {
        try (Recording recording = Recordings.newRecording(
                file,
                settings -> settings.withTimestamp(FakeEvent.START * NANOS)
                        .withStartTicks(FIRST_TICK)
                        .withDuration(DAY_NANOS)
                        .withJdkTypeInitialization())) {
            WrittenRecording written = new WrittenRecording(recording);
            events.forEach(written::write);
        }
        return file;
    }

    private void write(FakeEvent event) {
        Type type = types.computeIfAbsent(event.name(), name -> register(event));
        recording.writeEvent(type.asValue(value -> {
            value.putField("startTime", FIRST_TICK + (event.startMillis() - FakeEvent.START) * NANOS);
            event.values().forEach((field, content) -> put(value, field, content));
        }));
    }

    private Type register(FakeEvent event) {
        return recording.registerEventType(
                event.name(),
                type -> new ArrayList<>(event.values().entrySet())
                        .forEach(field -> type.addField(field.getKey(), builtin(field.getValue()))));
    }

    private static Types.Builtin builtin(Object value) {
        if (value instanceof Integer) {
            return Types.Builtin.INT;
        }
        if (value instanceof Long) {
            return Types.Builtin.LONG;
        }
        if (value instanceof Double) {
            return Types.Builtin.DOUBLE;
        }
        return value instanceof Boolean ? Types.Builtin.BOOLEAN : Types.Builtin.STRING;
    }

    private static void put(TypedValueBuilder event, String field, Object value) {
        if (value instanceof Integer number) {
            event.putField(field, number);
        } else if (value instanceof Long number) {
            event.putField(field, number);
        } else if (value instanceof Double number) {
            event.putField(field, number);
        } else if (value instanceof Boolean flag) {
            event.putField(field, flag);
        } else {
            event.putField(field, (String) value);
        }
    }
}
