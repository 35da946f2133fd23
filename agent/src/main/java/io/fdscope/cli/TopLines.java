package io.fdscope.cli;

import io.fdscope.row.Row;
import io.fdscope.top.Figures;
import io.fdscope.top.Glance;
import io.fdscope.top.TopLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The live view where there is no terminal: a line for each look. */
final class TopLines {
    private final GlanceSource source;
    private final PrintWriter out;
    private final boolean json;

    TopLines(GlanceSource source, PrintWriter out, boolean json) {
        this.source = source;
        this.out = out;
        this.json = json;
    }

    /**
     * Prints until the process is dead, or nobody reads any more.
     *
     * @param once only the first
     */
    void run(Duration interval, boolean once) throws UserError, InterruptedException {
        while (true) {
            Glance glance = source.look();
            new Screen(out).print((json ? json(glance) : text(glance)) + "\n");
            if (once || glance.ended() || out.checkError()) {
                return;
            }
            Thread.sleep(interval.toMillis());
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
        Figures figures = glance.figures();
        figures.values().forEach((name, value) -> {
            if (name.indexOf('.') < 0) {
                head.put(name, value instanceof Double ? value : (Object) value.longValue());
            }
        });
        head.put("countByKind", figures.group("kind."));
        head.put("socketCountByState", figures.group("state."));
        return new RowsJson("suspects", glance.suspects()).writeLine(new Row(head));
    }
}
