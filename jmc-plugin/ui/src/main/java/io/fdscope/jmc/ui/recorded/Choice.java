package io.fdscope.jmc.ui.recorded;

import io.fdscope.jmc.items.CreationItems;
import io.fdscope.jmc.items.TimeRange;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.ItemFilters;

/**
 * What the user has chosen. Immutable.
 *
 * @param range of the time; empty is all of it
 * @param sites by their numbers; none is all of them
 */
public record Choice(Optional<TimeRange> range, List<Integer> sites) {
    /** Nothing, which is all. */
    public static final Choice ALL = new Choice(Optional.empty(), List.of());

    /** Copies. */
    public Choice {
        sites = List.copyOf(sites);
    }

    /** With another range. */
    public Choice with(Optional<TimeRange> other) {
        return new Choice(other, sites);
    }

    /** With other sites. */
    public Choice with(List<Integer> others) {
        return new Choice(range, others);
    }

    /** Its time. */
    public TimeRange time() {
        return range.orElse(TimeRange.ALWAYS);
    }

    /** The events that it is about. */
    public IItemFilter filter(CreationItems creations) {
        if (count(creations) == 0) {
            return ItemFilters.none();
        }
        if (sites.isEmpty()) {
            return range.isEmpty() ? CreationItems.EVERY : creations.filter(time());
        }
        BitSet numbers = new BitSet();
        sites.forEach(numbers::set);
        return creations.filter(numbers, time());
    }

    /** How many events these are. */
    public long count(CreationItems creations) {
        return sites.isEmpty()
                ? creations.count(time())
                : sites.stream()
                        .mapToLong(site -> creations.count(site, time()))
                        .sum();
    }
}
