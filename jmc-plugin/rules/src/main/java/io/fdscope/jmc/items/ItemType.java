package io.fdscope.jmc.items;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

/** How to read the items of one type. */
final class ItemType {
    /** JMC adds it where a recording has two types of one name with different fields. */
    private static final Pattern MADE_DISTINCT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

    private final String name;
    private final Map<String, IMemberAccessor<?, IItem>> fields = new HashMap<>();
    private final IMemberAccessor<IQuantity, IItem> start;
    private final IMemberAccessor<IQuantity, IItem> duration;
    private final IMemberAccessor<IMCStackTrace, IItem> stack;

    ItemType(IType<IItem> type) {
        name = nameOf(type);
        for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
            fields.put(key.getIdentifier(), type.getAccessor(key));
        }
        start = JfrAttributes.START_TIME.getAccessor(type);
        duration = JfrAttributes.DURATION.getAccessor(type);
        stack = JfrAttributes.EVENT_STACKTRACE.getAccessor(type);
    }

    /** {@code io.fdscope.LeakEvidence}. */
    static String nameOf(IType<?> type) {
        return MADE_DISTINCT.matcher(type.getIdentifier()).replaceFirst("");
    }

    String name() {
        return name;
    }

    /** Nanoseconds since 1970; 0 where the type has no time. */
    long startNanos(IItem item) {
        return nanos(start == null ? null : start.getMember(item), true);
    }

    /** Nanoseconds; 0 where the type has no duration. */
    long durationNanos(IItem item) {
        return nanos(duration == null ? null : duration.getMember(item), false);
    }

    private static long nanos(IQuantity time, boolean moment) {
        return time == null ? 0 : time.clampedLongValueIn(moment ? UnitLookup.EPOCH_NS : UnitLookup.NANOSECOND);
    }

    /** Null where there is none. */
    Object value(IItem item, String field) {
        IMemberAccessor<?, IItem> accessor = fields.get(field);
        return accessor == null ? null : accessor.getMember(item);
    }

    /** Null where there is none. */
    IMCStackTrace stack(IItem item) {
        return stack == null ? null : stack.getMember(item);
    }
}
