package io.fdscope.jmc.rules;

import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;

/** Figures with JMC's units, and in its words. */
final class Figures {
    private Figures() {}

    static IQuantity count(double count) {
        return UnitLookup.NUMBER_UNITY.quantity(Math.round(count));
    }

    static IQuantity share(double share) {
        return UnitLookup.PERCENT_UNITY.quantity(share);
    }

    static IQuantity time(long epochMillis) {
        return UnitLookup.EPOCH_MS.quantity(epochMillis);
    }

    static IQuantity span(double seconds) {
        return UnitLookup.SECOND.quantity(seconds);
    }

    /** {@code 83.1 %}, {@code 12.4 min}. */
    static String words(IQuantity quantity) {
        return quantity.displayUsing(IDisplayable.AUTO);
    }
}
