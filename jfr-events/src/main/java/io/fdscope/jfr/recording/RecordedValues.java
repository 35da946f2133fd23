package io.fdscope.jfr.recording;

import io.fdscope.recording.EventValues;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/** One event after the other, as the JDK's reader gives them. */
final class RecordedValues implements EventValues {
    private final RecordedFrames frames = new RecordedFrames();
    private RecordedEvent event;

    RecordedValues of(RecordedEvent next) {
        event = next;
        return this;
    }

    @Override
    public String name() {
        return event.getEventType().getName();
    }

    @Override
    public long startMillis() {
        return event.getStartTime().toEpochMilli();
    }

    @Override
    public long durationNanos() {
        return event.getDuration().toNanos();
    }

    @Override
    public long number(String field) {
        return value(field) instanceof Number number && !(number instanceof Double) && !(number instanceof Float)
                ? number.longValue()
                : UNKNOWN;
    }

    @Override
    public double fraction(String field) {
        return value(field) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public boolean flag(String field) {
        return value(field) instanceof Boolean flag && flag;
    }

    @Override
    public String text(String field) {
        return value(field) instanceof String text ? text : "";
    }

    private Object value(String field) {
        return event.hasField(field) ? event.getValue(field) : null;
    }

    @Override
    public List<StackTraceElement> frames() {
        return frames.of(event.getStackTrace());
    }
}
