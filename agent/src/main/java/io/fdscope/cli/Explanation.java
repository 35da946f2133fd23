package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.List;

/**
 * A verdict, from wherever it came.
 *
 * @param source {@code black box} or {@code JMX}
 * @param target what the user asked for: a process id or a URL
 * @param note what the user should know about it, or empty
 * @param text for people
 * @param suspects for tools, with the names that the MXBean's leakSuspects has
 */
record Explanation(String source, String target, String note, String text, List<Row> suspects) {}
