package io.fdscope.jmc.items;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.recording.SiteCreations;
import io.fdscope.recording.SocketCreations;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.util.PredicateToolkit;

/**
 * Which items SocketOpened are creations of which site, and when. Sites have the numbers of their places in {@link
 * SocketCreations#sites}. Immutable: JMC's views filter by it on threads of their own.
 */
public final class CreationItems {
    /** Every item SocketOpened. */
    public static final IItemFilter EVERY = type -> isCreation(type) ? item -> true : PredicateToolkit.falsePredicate();

    private static final int NOWHERE = -1;

    /** By how it was created; JMC has each stack of a chunk once. */
    private final Map<String, IdentityHashMap<IMCStackTrace, Integer>> sites = new HashMap<>();

    private final List<Moments> moments;
    /** Of sites that found no room. */
    private final Moments elsewhere = new Moments();

    private CreationItems(List<SiteCreations> all) {
        moments = all.stream().map(unused -> new Moments()).toList();
    }

    /**
     * Finds them.
     *
     * @param creations folded from the same items
     */
    public static CreationItems of(IItemCollection items, SocketCreations creations) {
        List<SiteCreations> sites = creations.sites();
        CreationItems found = new CreationItems(sites);
        IdentityHashMap<SiteCreations, Integer> numbers = new IdentityHashMap<>();
        sites.forEach(site -> numbers.put(site, numbers.size()));
        ItemFrames frames = new ItemFrames();
        for (IItemIterable some : items) {
            if (isCreation(some.getType())) {
                ItemType type = new ItemType(some.getType());
                for (IItem item : some) {
                    found.add(
                            type,
                            item,
                            (openedBy, stack) -> creations
                                    .siteOf(openedBy, frames.of(stack))
                                    .map(numbers::get)
                                    .orElse(NOWHERE));
                }
            }
        }
        found.elsewhere.sort();
        found.moments.forEach(Moments::sort);
        return found;
    }

    private interface SiteFinder {
        int siteOf(String openedBy, IMCStackTrace stack);
    }

    private void add(ItemType type, IItem item, SiteFinder finder) {
        String openedBy = openedBy(type, item);
        int site = sites.computeIfAbsent(openedBy, unused -> new IdentityHashMap<>())
                .computeIfAbsent(type.stack(item), stack -> finder.siteOf(openedBy, stack));
        long nanos = type.startNanos(item);
        (site == NOWHERE ? elsewhere : moments.get(site)).add(nanos);
    }

    private int siteOf(ItemType type, IItem item) {
        IdentityHashMap<IMCStackTrace, Integer> ofStacks = sites.get(openedBy(type, item));
        return ofStacks == null ? NOWHERE : ofStacks.getOrDefault(type.stack(item), NOWHERE);
    }

    private static boolean isCreation(IType<?> type) {
        return ItemType.nameOf(type).equals(EventNames.SOCKET_OPENED);
    }

    private static String openedBy(ItemType type, IItem item) {
        return type.value(item, FieldNames.OPENED_BY) instanceof String text ? text : "";
    }

    /** How many there are in a range, of whatever site. */
    public long count(TimeRange range) {
        return elsewhere.count(range)
                + moments.stream().mapToLong(each -> each.count(range)).sum();
    }

    /** How many of one site there are in a range: as many as {@link #filter} lets through. */
    public long count(int site, TimeRange range) {
        return moments.get(site).count(range);
    }

    /** Those in a range. */
    public IItemFilter filter(TimeRange range) {
        return type -> isCreation(type) ? in(new ItemType(type), range) : PredicateToolkit.falsePredicate();
    }

    /** Those of some sites in a range. */
    public IItemFilter filter(BitSet sites, TimeRange range) {
        BitSet chosen = (BitSet) sites.clone();
        return type -> isCreation(type) ? in(new ItemType(type), chosen, range) : PredicateToolkit.falsePredicate();
    }

    private static Predicate<IItem> in(ItemType type, TimeRange range) {
        return item -> range.holds(type.startNanos(item));
    }

    private Predicate<IItem> in(ItemType type, BitSet chosen, TimeRange range) {
        return item -> {
            int site = siteOf(type, item);
            return site != NOWHERE && chosen.get(site) && range.holds(type.startNanos(item));
        };
    }
}
