package io.fdscope.top;

import io.fdscope.leak.Span;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Look;
import io.fdscope.terminal.Style;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole screen: a pure function of what has been seen and chosen. */
public final class TopScreen {
    private static final int FEWEST_COLUMNS = 40;
    private static final int FEWEST_ROWS = 10;
    private static final int MOST_NEWS = 5;
    /**
     * From then on the age of a scan is told, however often there is to be one by the option {@code scan}: kinds and states
     * are not of the time of the count above. It is no complaint.
     */
    private static final long AGE_TOLD_MILLIS = 15_000;

    private final Look look;
    private final Signs signs;
    private final DateTimeFormatter clock;

    /** @param zone whose time of day is shown */
    public TopScreen(Look look, ZoneId zone) {
        this.look = look;
        this.signs = Signs.of(look.unicode());
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** As many lines as the terminal has. */
    public List<Line> lines(View view, long nowEpochMillis) {
        int rows = view.size().rows();
        if (view.size().columns() < FEWEST_COLUMNS || rows < FEWEST_ROWS) {
            return List.of(Line.of("fdscope: this terminal is too small"), Line.of("(40x10 it takes)"));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(title(view));
        lines.add(banner(view, nowEpochMillis));
        int room = rows - 3;
        List<Line> body = body(view, room);
        lines.addAll(body.subList(0, Math.min(room, body.size())));
        while (lines.size() < rows - 1) {
            lines.add(Line.EMPTY);
        }
        lines.add(footer(view));
        lines.replaceAll(line -> line.cut(view.size().columns()));
        return lines;
    }

    /** How far a page can be scrolled. */
    static int furthest(View view) {
        int room = view.size().rows() - 3;
        return Math.max(0, page(view, Signs.UNICODE).size() - room);
    }

    private List<Line> body(View view, int room) {
        if (view.page() != View.Page.LIST) {
            List<Line> page = page(view, signs);
            return page.subList(Math.min(view.scrolled(), page.size()), page.size());
        }
        return view.seen().map(glance -> list(view, glance, room)).orElse(List.of());
    }

    private static List<Line> page(View view, Signs signs) {
        int columns = view.size().columns();
        return switch (view.page()) {
            case SUSPECT ->
                view.seen()
                        .filter(glance -> view.chosen() < glance.suspects().size())
                        .map(glance -> new SuspectPage(
                                        new SuspectWords(glance.suspects().get(view.chosen())))
                                .lines(columns))
                        .orElse(List.of(Line.of("There is no suspect any more.")));
            case VERDICT ->
                view.seen().map(glance -> verdict(glance.verdict(), columns)).orElse(List.of());
            default ->
                Help.lines(signs).stream()
                        .flatMap(line -> new Folded(line).lines(columns).stream())
                        .toList();
        };
    }

    private static List<Line> verdict(String text, int columns) {
        if (text.isEmpty()) {
            return List.of(Line.of("There is no verdict yet.", Style.FAINT));
        }
        return text.lines()
                .flatMap(line -> new Folded(Line.of(line)).lines(columns).stream())
                .toList();
    }

    private Line title(View view) {
        Line left = Line.of("fdscope ", Style.STRONG)
                .and(view.seen().map(Glance::title).orElse(""), Style.STRONG);
        String source = view.seen()
                .map(glance -> glance.source() + "  " + clock(glance.epochMillis()))
                .orElse("");
        Line right = view.paused()
                ? Line.of(" PAUSED ", Style.ON_ORANGE).and(" ").and(source, Style.FAINT)
                : Line.of(source, Style.FAINT);
        int columns = view.size().columns();
        return left.cut(Math.max(0, columns - right.width() - 1)).andRight(right, columns);
    }

    private String clock(long epochMillis) {
        return epochMillis <= 0 ? "" : clock.format(Instant.ofEpochMilli(epochMillis));
    }

    /** What is wrong with what is shown, or how full it is. */
    private Line banner(View view, long now) {
        int columns = view.size().columns();
        if (!view.failure().isEmpty()) {
            return bar(view.failure(), Style.ON_ORANGE, columns);
        }
        if (view.seen().isEmpty()) {
            return Line.of("waiting for the first reading", Style.FAINT);
        }
        Glance glance = view.seen().get();
        if (glance.ended()) {
            return bar(glance.note(), Style.ON_RED, columns);
        }
        long silent = view.paused() ? 0 : glance.silentMillis(now);
        if (silent > 0) {
            String text = "no reading for " + Span.ofMillis(silent) + ": " + glance.silence();
            return bar(text, Style.ON_ORANGE, columns);
        }
        return glance.note().isEmpty() ? headline(glance, columns) : bar(glance.note(), Style.ON_ORANGE, columns);
    }

    /** The verdict's first sentence. */
    private Line headline(Glance glance, int columns) {
        Style style = glance.suspects().isEmpty() ? Style.FAINT : Style.ORANGE;
        return glance.verdict()
                .lines()
                .findFirst()
                .map(line -> Line.of(signs.beginning(line, columns), style))
                .orElse(Line.EMPTY);
    }

    private Line bar(String text, Style style, int columns) {
        return Line.of(" " + signs.beginning(text, columns - 1), Style.PLAIN)
                .cut(columns)
                .filled(columns, Style.PLAIN)
                .in(style);
    }

    private List<Line> list(View view, Glance glance, int room) {
        int columns = view.size().columns();
        Gauge gauge = new Gauge(glance, signs);
        Makeup makeup = new Makeup(glance.figures(), look);
        SuspectTable table = new SuspectTable(view, glance.suspects(), signs);
        List<Line> top = new ArrayList<>(gauge.lines(columns));
        List<Line> middle = middle(makeup, scanned(glance), columns, room);
        int left = room - top.size() - middle.size();
        int graph = Math.max(3, Math.min(Math.max(left / 3, left - table.height() - 4), 14));
        List<Line> lines = new ArrayList<>(top);
        lines.addAll(new Graph(glance, look).lines(columns, graph));
        lines.addAll(middle);
        left -= graph;
        int news =
                Math.min(Math.min(MOST_NEWS, view.news().size()), Math.max(0, left - Math.min(table.height(), 5) - 1));
        int rows = Math.min(table.height(), left - (news > 0 ? news + 1 : 0));
        lines.addAll(table.lines(Math.max(2, rows)));
        addNews(lines, view, news);
        addVerdict(lines, glance, room, columns);
        return lines;
    }

    /** Kinds and states are those of a scan, which may be older than the count above: the budget spaces scans out. */
    private static Line scanned(Glance glance) {
        long age = glance.scanAgeMillis();
        return age < AGE_TOLD_MILLIS ? Line.EMPTY : Line.of("  as of " + Span.ofMillis(age) + " ago", Style.FAINT);
    }

    private static List<Line> middle(Makeup makeup, Line scanned, int columns, int room) {
        List<Line> lines = new ArrayList<>();
        boolean roomy = room > 24;
        if (roomy) {
            lines.add(Line.EMPTY);
        }
        lines.add(makeup.bar(columns));
        List<Line> legend = makeup.legend(columns);
        lines.addAll(legend.subList(0, Math.min(roomy ? 3 : 1, legend.size())));
        List<Line> states = makeup.states(columns - 8 - scanned.width());
        for (int i = 0; i < Math.min(roomy ? 3 : 1, states.size()); i++) {
            Line line = Line.of(i == 0 ? "states  " : "        ", Style.FAINT).and(states.get(i));
            lines.add(i == 0 ? line.andRight(scanned, columns) : line);
        }
        if (roomy) {
            lines.add(Line.EMPTY);
        }
        return lines;
    }

    private void addNews(List<Line> lines, View view, int count) {
        if (count == 0) {
            return;
        }
        lines.add(Line.of("NEWS", Style.STRONG));
        int size = view.news().size();
        for (int i = size - 1; i >= size - count; i--) {
            News news = view.news().get(i);
            Line start = Line.of("  " + clock(news.epochMillis()) + "  ", Style.FAINT)
                    .and(news.what() + ": ", news.style());
            lines.add(start.and(signs.ending(news.text(), view.size().columns() - start.width())));
        }
    }

    /** Where there is still room, the verdict's first lines. */
    private static void addVerdict(List<Line> lines, Glance glance, int room, int columns) {
        if (room - lines.size() > 4 && !glance.verdict().isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of("VERDICT", Style.STRONG));
            verdict(glance.verdict(), columns - 2)
                    .forEach(line -> lines.add(Line.of("  ").and(line)));
        }
    }

    private Line footer(View view) {
        List<String> keys = new ArrayList<>(
                view.page() == View.Page.LIST
                        ? List.of("q", "quit", "?", "help", signs.enter, "stack", "v", "verdict", "space", "pause")
                        : List.of("q", "quit", "?", "help", "esc", "back"));
        keys.addAll(List.of(signs.arrows, view.page() == View.Page.LIST ? "choose" : "scroll"));
        Line line = Line.EMPTY;
        for (int i = 0; i < keys.size(); i += 2) {
            Line more = line.and(" " + keys.get(i) + " ", Style.CHOSEN).and(" " + keys.get(i + 1) + "  ");
            line = more.width() > view.size().columns() ? line : more;
        }
        return line;
    }
}
