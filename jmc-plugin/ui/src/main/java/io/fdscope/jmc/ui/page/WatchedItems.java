package io.fdscope.jmc.ui.page;

import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.openjdk.jmc.common.item.IAggregator;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemConsumer;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;

/** Items whose reading ends with an {@link OperationCanceledException} once nobody waits for it any more. */
record WatchedItems(IItemCollection items, IProgressMonitor monitor) implements IItemCollection {
    @Override
    public Iterator<IItemIterable> iterator() {
        return watched(
                items.stream().<IItemIterable>map(some -> new Some(some, this)).iterator());
    }

    private <T> Iterator<T> watched(Iterator<? extends T> iterator) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public T next() {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                return iterator.next();
            }
        };
    }

    /** Those of one type. */
    private record Some(IItemIterable some, WatchedItems all) implements IItemIterable {
        @Override
        public Iterator<IItem> iterator() {
            return all.watched(some.iterator());
        }

        @Override
        public IType<IItem> getType() {
            return some.getType();
        }

        @Override
        public boolean hasItems() {
            return some.hasItems();
        }

        @Override
        public long getItemCount() {
            return some.getItemCount();
        }

        @Override
        public IItemIterable apply(Predicate<IItem> predicate) {
            return new Some(some.apply(predicate), all);
        }
    }

    @Override
    public IItemCollection apply(IItemFilter filter) {
        return new WatchedItems(items.apply(filter), monitor);
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
    @SuppressWarnings("deprecation") // it is still asked for
    public Set<IRange<IQuantity>> getUnfilteredTimeRanges() {
        return items.getUnfilteredTimeRanges();
    }

    @Override
    public Stream<IItemIterable> stream() {
        return items.stream().map(some -> new Some(some, this));
    }
}
