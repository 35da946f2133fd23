package io.fdscope.cli;

import io.fdscope.row.Row;
import io.fdscope.top.Glance;
import io.fdscope.top.TopLine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The live view where there is no terminal: a line for each look. */
final class TopLines {
    /** So many looks in a row may fail. */
    static final int MOST_MISSES = 10;

    private final GlanceSource source;
    private final Screen out;
    private final Screen err;
    private final boolean json;

    TopLines(GlanceSource source, Screen out, Screen err, boolean json) {
        this.source = source;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Prints the first look. */
    Glance once() throws UserError {
        Glance glance = source.look();
        out.print((json ? json(glance) : text(glance)) + "\n");
        return glance;
    }

    /**
     * Prints until the process is dead, or nobody reads any more. A look that fails is told, and the next one may do
     * better: a process in need comes back.
     *
     * @throws UserError where the first look fails, or {@link #MOST_MISSES} after each other do
     */
    void run(Duration interval) throws UserError, InterruptedException {
        Glance last = once();
        int misses = 0;
        while (!last.ended() && !out.out().checkError()) {
            Thread.sleep(interval.toMillis());
            try {
                last = once();
                misses = 0;
            } catch (UserError e) {
                misses++;
                if (misses == MOST_MISSES) {
                    throw e;
                }
                err.print("fdscope: " + e.getMessage() + "; trying again\n");
            }
        }
    }

    private static String text(Glance glance) {
        return new TopLine(glance, ZoneId.systemDefault()).text();
    }

    private static String json(Glance glance) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("target", glance.target());
        head.put("source", glance.source());
        head.put("note", glance.note());
        head.put("alive", !glance.ended());
        head.put("readingEpochMillis", glance.epochMillis());
        head.putAll(new FiguresJson(glance.figures()).values());
        return new RowsJson("suspects", glance.suspects()).writeLine(new Row(head));
    }
}
