package io.fdscope.jmc.items;

import io.fdscope.recording.EventValues;
import java.util.List;
import java.util.Map;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.KindOfQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;

/** One item after the other, as core reads events. JMC has given their numbers units, which are taken off again. */
final class ItemValues implements EventValues {
    private static final long NANOS = 1_000_000;

    /** What a whole number counts. */
    private static final Map<KindOfQuantity<?>, IUnit> UNITS = Map.of(
            UnitLookup.NUMBER, UnitLookup.NUMBER_UNITY,
            UnitLookup.TIMESPAN, UnitLookup.MILLISECOND,
            UnitLookup.TIMESTAMP, UnitLookup.EPOCH_MS,
            UnitLookup.MEMORY, UnitLookup.BYTE);

    private final ItemFrames frames = new ItemFrames();
    private ItemType type;
    private IItem item;

    ItemValues of(ItemType itsType, IItem next) {
        type = itsType;
        item = next;
        return this;
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public long startMillis() {
        return Math.floorDiv(type.startNanos(item), NANOS);
    }

    @Override
    public long durationNanos() {
        return type.durationNanos(item);
    }

    @Override
    public long number(String field) {
        Object value = type.value(item, field);
        if (value instanceof IQuantity quantity) {
            IUnit unit = UNITS.get(quantity.getType());
            return unit == null ? UNKNOWN : quantity.clampedLongValueIn(unit);
        }
        return value instanceof Number number && !(number instanceof Double) && !(number instanceof Float)
                ? number.longValue()
                : UNKNOWN;
    }

    @Override
    public double fraction(String field) {
        Object value = type.value(item, field);
        if (value instanceof IQuantity quantity) {
            IUnit unit = UNITS.get(quantity.getType());
            return unit == null ? Double.NaN : quantity.doubleValueIn(unit);
        }
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public boolean flag(String field) {
        return type.value(item, field) instanceof Boolean flag && flag;
    }

    @Override
    public String text(String field) {
        return type.value(item, field) instanceof String text ? text : "";
    }

    @Override
    public List<StackTraceElement> frames() {
        return frames.of(type.stack(item));
    }
}
