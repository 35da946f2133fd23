package io.fdscope.jmc.ui.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Somebody who uses the page with mouse and keyboard, and reads it. */
record Hands(OpenPage page) {
    private static final Map<String, Integer> KEYS = Map.of(
            "left", SWT.ARROW_LEFT,
            "right", SWT.ARROW_RIGHT,
            "home", SWT.HOME,
            "end", SWT.END,
            "escape", (int) SWT.ESC);

    String obey(String order, List<String> words) {
        return switch (order) {
            case "text" -> text();
            case "table" -> table();
            case "select" -> select(words);
            case "sort" -> sort(words.get(0));
            case "order" -> order(words);
            case "widths" -> widths();
            case "drag" -> drag(Double.parseDouble(words.get(0)), Double.parseDouble(words.get(1)));
            case "point" -> point(Double.parseDouble(words.get(0)));
            case "doubleclick" -> mouse(SWT.MouseDoubleClick, 0.5);
            case "key" -> key(words);
            case "all" -> all();
            case "copy" -> copy();
            default -> throw new IllegalArgumentException(order);
        };
    }

    /** What the visible labels say, the title left out. */
    private String text() {
        return page.all(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .filter(text -> !text.isEmpty() && !text.equals(page.name()))
                .collect(Collectors.joining("\n"));
    }

    private Table sites() {
        return page.all(Table.class).get(0);
    }

    /** The heads, then the rows, cells parted by a bar; selected ones have a star. */
    private String table() {
        List<String> lines = new ArrayList<>();
        lines.add(Arrays.stream(sites().getColumns()).map(TableColumn::getText).collect(Collectors.joining("|")));
        for (int i = 0; i < sites().getItemCount(); i++) {
            TableItem item = sites().getItem(i);
            lines.add((sites().isSelected(i) ? "*" : "")
                    + IntStream.range(0, sites().getColumnCount())
                            .mapToObj(item::getText)
                            .collect(Collectors.joining("|")));
        }
        return String.join("\n", lines);
    }

    private String select(List<String> rows) {
        sites().setSelection(rows.stream().mapToInt(Integer::parseInt).toArray());
        sites().notifyListeners(SWT.Selection, new Event());
        return text();
    }

    private String sort(String head) {
        TableColumn column = Arrays.stream(sites().getColumns())
                .filter(each -> each.getText().replace(" ", "").equals(head))
                .findFirst()
                .orElseThrow();
        column.notifyListeners(SWT.Selection, new Event());
        return table();
    }

    private String order(List<String> columns) {
        sites().setColumnOrder(columns.stream().mapToInt(Integer::parseInt).toArray());
        return widths();
    }

    private String widths() {
        return Arrays.stream(sites().getColumns())
                .map(column -> String.valueOf(column.getWidth()))
                .collect(Collectors.joining(" "));
    }

    private Canvas chart() {
        return page.all(Canvas.class).stream()
                .filter(canvas -> canvas.getClass() == Canvas.class)
                .reduce((one, other) -> one.getSize().y > other.getSize().y ? one : other)
                .orElseThrow();
    }

    /** From one share of the chart's width to another. */
    private String drag(double from, double to) {
        mouse(SWT.MouseMove, from);
        mouse(SWT.MouseDown, from);
        mouse(SWT.MouseMove, to);
        mouse(SWT.MouseUp, to);
        return text();
    }

    private String point(double share) {
        return mouse(SWT.MouseMove, share);
    }

    private String mouse(int type, double share) {
        Event event = new Event();
        event.button = 1;
        event.x = (int) (chart().getSize().x * share);
        event.y = chart().getSize().y / 2;
        chart().notifyListeners(type, event);
        return text();
    }

    /** A key, or shift and a key. */
    private String key(List<String> words) {
        Event event = new Event();
        event.keyCode = KEYS.get(words.get(words.size() - 1));
        event.stateMask = words.contains("shift") ? SWT.SHIFT : 0;
        chart().setFocus();
        chart().notifyListeners(SWT.KeyDown, event);
        return text();
    }

    private String all() {
        Button button = page.all(Button.class).get(0);
        button.notifyListeners(SWT.Selection, new Event());
        return text();
    }

    private String copy() {
        Event event = new Event();
        event.keyCode = 'c';
        event.stateMask = SWT.MOD1;
        sites().notifyListeners(SWT.KeyDown, event);
        Clipboard clipboard = new Clipboard(page.shell().getDisplay());
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return String.valueOf(text);
    }
}
