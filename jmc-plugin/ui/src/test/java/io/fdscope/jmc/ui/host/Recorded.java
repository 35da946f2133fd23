package io.fdscope.jmc.ui.host;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;
import org.openjdk.jmc.common.unit.QuantityRange;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** A recording, loaded by JMC. */
record Recorded(IItemCollection items) {
    static Recorded load(String file) throws IOException, CouldNotLoadRecordingException {
        return new Recorded(JfrLoaderToolkit.loadEvents(new File(file)));
    }

    /** As if everything were in it so many times. */
    Recorded times(int count) {
        List<IItemIterable> many = Collections.nCopies(count, items).stream()
                .flatMap(IItemCollection::stream)
                .toList();
        return new Recorded(ItemCollectionToolkit.build(many::stream));
    }

    /** From its first event to its last; an hour of 1970 where there is none. */
    IRange<IQuantity> range() {
        IQuantity from = items.getAggregate(Aggregators.min(JfrAttributes.START_TIME));
        IQuantity to = items.getAggregate(Aggregators.max(JfrAttributes.END_TIME));
        return from == null || to == null
                ? QuantityRange.createWithEnd(UnitLookup.EPOCH_S.quantity(0), UnitLookup.EPOCH_S.quantity(3600))
                : QuantityRange.createWithEnd(from, to);
    }
}
