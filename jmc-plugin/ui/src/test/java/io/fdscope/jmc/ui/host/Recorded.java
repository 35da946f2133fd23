package io.fdscope.jmc.ui.host;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.common.item.ItemIterableToolkit;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;
import org.openjdk.jmc.common.unit.QuantityRange;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/**
 * A recording, loaded by JMC.
 *
 * @param range from its first event to its last; an hour of 1970 where there is none
 */
record Recorded(IItemCollection items, IRange<IQuantity> range) {
    static Recorded load(String file) throws IOException, CouldNotLoadRecordingException {
        IItemCollection items = JfrLoaderToolkit.loadEvents(new File(file));
        return new Recorded(items, range(items));
    }

    /** As if everything were in it so many times. */
    Recorded times(int count) {
        List<IItemIterable> many = Collections.nCopies(count, items).stream()
                .flatMap(IItemCollection::stream)
                .toList();
        return new Recorded(ItemCollectionToolkit.build(many::stream), range);
    }

    /** Read at the pace of a heart. */
    Recorded with(Heartbeat heart) {
        return new Recorded(ItemCollectionToolkit.build(() -> items.stream().map(some -> beaten(some, heart))), range);
    }

    private static IItemIterable beaten(IItemIterable some, Heartbeat heart) {
        return ItemIterableToolkit.build(
                () -> StreamSupport.stream(some.spliterator(), false).peek(item -> heart.passed()), some.getType());
    }

    private static IRange<IQuantity> range(IItemCollection items) {
        IQuantity from = items.getAggregate(Aggregators.min(JfrAttributes.START_TIME));
        IQuantity to = items.getAggregate(Aggregators.max(JfrAttributes.END_TIME));
        return from == null || to == null
                ? QuantityRange.createWithEnd(UnitLookup.EPOCH_S.quantity(0), UnitLookup.EPOCH_S.quantity(3600))
                : QuantityRange.createWithEnd(from, to);
    }
}
