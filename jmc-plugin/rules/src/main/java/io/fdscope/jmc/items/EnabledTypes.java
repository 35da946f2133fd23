package io.fdscope.jmc.items;

import io.fdscope.recording.RecordingContent;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.util.LabeledIdentifier;
import org.openjdk.jmc.flightrecorder.jdk.JdkAttributes;

/** Which event types a recording was to hold, from its events {@code jdk.ActiveSetting}. */
final class EnabledTypes {
    static final String SETTING = "jdk.ActiveSetting";

    private final RecordingContent content;

    EnabledTypes(RecordingContent content) {
        this.content = content;
    }

    void read(IItemIterable settings) {
        IMemberAccessor<LabeledIdentifier, IItem> subject =
                JdkAttributes.REC_SETTING_FOR.getAccessor(settings.getType());
        IMemberAccessor<String, IItem> name = JdkAttributes.REC_SETTING_NAME.getAccessor(settings.getType());
        IMemberAccessor<String, IItem> value = JdkAttributes.REC_SETTING_VALUE.getAccessor(settings.getType());
        if (subject == null || name == null || value == null) {
            return;
        }
        for (IItem setting : settings) {
            LabeledIdentifier type = subject.getMember(setting);
            if (type != null && "enabled".equals(name.getMember(setting)) && "true".equals(value.getMember(setting))) {
                content.enabled(type.getInterfaceId());
            }
        }
    }
}
