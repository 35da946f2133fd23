package io.fdscope.jmc.items;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmc.common.item.IAggregator;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemConsumer;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;

/** Items that count how often they are read. */
final class CountedItems implements IItemCollection {
    private final IItemCollection items;
    private final AtomicInteger readings = new AtomicInteger();

    CountedItems(IItemCollection items) {
        this.items = items;
    }

    int readings() {
        return readings.get();
    }

    @Override
    public Iterator<IItemIterable> iterator() {
        readings.incrementAndGet();
        return items.iterator();
    }

    @Override
    public IItemCollection apply(IItemFilter filter) {
        return items.apply(filter);
    }

    @Override
    public <V, C extends IItemConsumer<C>> V getAggregate(IAggregator<V, C> aggregator) {
        return items.getAggregate(aggregator);
    }

    @Override
    public boolean hasItems() {
        return items.hasItems();
    }

    @Override
    @Deprecated
    public Set<IRange<IQuantity>> getUnfilteredTimeRanges() {
        return items.getUnfilteredTimeRanges();
    }
}
