package io.fdscope.jmc.rules;

import java.util.List;

/**
 * A sentence or more, and a list. JMC shows line ends in some places, and runs the lines together in others; a list of values
 * it shows as such everywhere.
 *
 * @param text ends with a colon as a rule, where lines follow
 * @param lines one after the other
 */
record Paragraph(String text, List<String> lines) {
    static final Paragraph NONE = new Paragraph("", List.of());

    /** Copies. */
    Paragraph {
        lines = List.copyOf(lines);
    }

    /** What to do, the most urgent first. */
    static Paragraph ofOrders(List<String> orders) {
        return orders.isEmpty() ? NONE : new Paragraph(Texts.ORDERS_HEAD.of(), orders);
    }

    static Paragraph of(String text) {
        return new Paragraph(text, List.of());
    }
}
