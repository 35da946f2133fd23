package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.recorded.SiteColumn;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Gives the columns of words the room that those of numbers leave, until the user has made a column wider or narrower. */
final class ColumnWidths {
    private static final int LEAST = 120;

    private final Table table;
    private int[] given;
    /** The column that was at the right end then. */
    private int end;

    ColumnWidths(Table table) {
        this.table = table;
        remember();
    }

    private void remember() {
        given = now();
        end = atEnd();
    }

    private int atEnd() {
        int[] order = table.getColumnOrder();
        return order[order.length - 1];
    }

    void keep() {
        table.addListener(SWT.Resize, event -> share());
    }

    /** Whether they are as the user wants them. One at the right end is as wide as the table lets it, whoever put it there. */
    boolean areTheUsers() {
        int[] now = now();
        int last = atEnd();
        return IntStream.range(0, now.length)
                .filter(column -> column != end && column != last)
                .anyMatch(column -> now[column] != given[column]);
    }

    /** Makes them as the user wanted them once. */
    void set(int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            table.getColumn(i).setWidth(widths[i]);
        }
    }

    int[] now() {
        return Arrays.stream(table.getColumns()).mapToInt(TableColumn::getWidth).toArray();
    }

    private void share() {
        if (areTheUsers()) {
            return;
        }
        int left = table.getClientArea().width - sum(SiteColumn::isNumber);
        int wanted = sum(column -> !column.isNumber());
        for (SiteColumn column : SiteColumn.values()) {
            if (!column.isNumber()) {
                table.getColumn(column.ordinal()).setWidth(Math.max(LEAST, left * column.width() / wanted));
            }
        }
        remember();
    }

    private static int sum(Predicate<SiteColumn> which) {
        return Arrays.stream(SiteColumn.values())
                .filter(which)
                .mapToInt(SiteColumn::width)
                .sum();
    }
}
