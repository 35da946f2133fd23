package io.fdscope.jmc.items;

import java.util.Iterator;
import org.openjdk.jmc.common.item.IItem;

/** Items of one type that come one after the other in time, as JMC keeps them: many lanes to a type. */
final class ItemLane implements Comparable<ItemLane> {
    private final ItemType type;
    private final Iterator<? extends IItem> rest;
    private IItem item;
    private long startNanos;

    ItemLane(ItemType type, Iterator<? extends IItem> items) {
        this.type = type;
        this.rest = items;
    }

    /** Goes on to the next item; returns whether there is one. */
    boolean advance() {
        if (!rest.hasNext()) {
            return false;
        }
        item = rest.next();
        startNanos = type.startNanos(item);
        return true;
    }

    ItemType type() {
        return type;
    }

    IItem item() {
        return item;
    }

    @Override
    public int compareTo(ItemLane other) {
        return Long.compare(startNanos, other.startNanos);
    }
}
