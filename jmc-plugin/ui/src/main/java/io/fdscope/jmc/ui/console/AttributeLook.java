package io.fdscope.jmc.ui.console;

import java.util.Objects;

/**
 * How an attribute is shown.
 *
 * @param name as people read it
 * @param unit as JMC names it, kind and unit: {@code number:}, {@code timespan:s}; of a percentage 1 is the whole
 * @param color {@code #rrggbb}, the only form that JMC reads
 */
record AttributeLook(String name, String unit, String color) {
    AttributeLook {
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        if (!color.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException(color);
        }
    }

    /** What JMC asks for by this key; null for a key that we leave to it. */
    String value(String key) {
        return switch (key) {
            case "DisplayName" -> name;
            case "UnitString" -> unit;
            case "color" -> color;
            default -> null;
        };
    }
}
