package io.fdscope.jmc.rules;

import java.util.List;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.KindOfQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;

/**
 * From where on something is worth knowing, and from where on it is a warning: two preferences of JMC's user.
 *
 * @param info the first
 * @param warning the second
 */
record Limit(TypedPreference<IQuantity> info, TypedPreference<IQuantity> warning) {
    /** The first part of their identifiers, and of those of the rules. */
    static final String PREFIX = "io.fdscope.jmc.";

    static TypedPreference<IQuantity> info(String id, Texts description, IQuantity byDefault) {
        return preference(id + ".info", Texts.PREFERENCE_INFO, description, byDefault);
    }

    static TypedPreference<IQuantity> warning(String id, Texts description, IQuantity byDefault) {
        return preference(id + ".warning", Texts.PREFERENCE_WARNING, description, byDefault);
    }

    static TypedPreference<IQuantity> preference(String id, Texts name, Texts description, IQuantity byDefault) {
        return new TypedPreference<>(PREFIX + id, name.of(), description.of(), byDefault.getType(), byDefault);
    }

    List<TypedPreference<?>> both() {
        return List.of(info, warning);
    }

    Weight weight(IPreferenceValueProvider preferences) {
        return new Weight(value(preferences, info), value(preferences, warning));
    }

    /** A number, a share from 0 to 1, or seconds. */
    static double value(IPreferenceValueProvider preferences, TypedPreference<IQuantity> preference) {
        IQuantity chosen = preferences.getPreferenceValue(preference);
        IQuantity value = chosen == null ? preference.getDefaultValue() : chosen;
        return value.doubleValueIn(unit(value.getType()));
    }

    private static IUnit unit(KindOfQuantity<?> kind) {
        if (kind == UnitLookup.TIMESPAN) {
            return UnitLookup.SECOND;
        }
        return kind == UnitLookup.PERCENTAGE ? UnitLookup.PERCENT_UNITY : UnitLookup.NUMBER_UNITY;
    }
}
