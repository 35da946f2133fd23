package io.fdscope.jmc.items;

import io.fdscope.recording.RecordingContent;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;

/** Reads what JMC has loaded of a recording, in order of time: JMC has it by type, in lanes. Keeps no item. */
final class ItemReader {
    private static final String OURS = "io.fdscope.";

    private final RecordingContent content = new RecordingContent();
    private final EnabledTypes enabled = new EnabledTypes(content);
    private final ItemValues values = new ItemValues();
    private final Map<IType<IItem>, ItemType> types = new HashMap<>();
    private final PriorityQueue<ItemLane> lanes = new PriorityQueue<>();

    RecordingContent read(IItemCollection items) {
        for (IItemIterable some : items) {
            String name = ItemType.nameOf(some.getType());
            if (name.equals(EnabledTypes.SETTING)) {
                enabled.read(some);
            } else if (name.startsWith(OURS) || content.takes(name)) {
                enqueue(new ItemLane(types.computeIfAbsent(some.getType(), ItemType::new), some.iterator()));
            }
        }
        for (ItemLane lane = lanes.poll(); lane != null; lane = lanes.poll()) {
            content.accept(values.of(lane.type(), lane.item()));
            enqueue(lane);
        }
        content.finish();
        return content;
    }

    private void enqueue(ItemLane lane) {
        if (lane.advance()) {
            lanes.add(lane);
        }
    }
}
