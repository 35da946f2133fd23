package io.fdscope.jfr.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/** Which event types a recording was to hold, from its events {@code jdk.ActiveSetting}. */
final class EnabledTypes {
    private static final String SETTING = "jdk.ActiveSetting";

    private final Map<Long, String> names = new HashMap<>();

    EnabledTypes(List<EventType> types) {
        types.forEach(type -> names.put(type.getId(), type.getName()));
    }

    /** The type that this event says is enabled; empty as a rule. */
    Optional<String> of(RecordedEvent event) {
        if (!event.getEventType().getName().equals(SETTING)) {
            return Optional.empty();
        }
        RecordedValues setting = new RecordedValues().of(event);
        boolean isEnabled =
                setting.text("name").equals("enabled") && setting.text("value").equals("true");
        return isEnabled ? Optional.ofNullable(names.get(setting.number("id"))) : Optional.empty();
    }
}
