package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.recorded.SiteColumn;
import java.util.Arrays;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Gives the columns of words the room that those of numbers leave, until the user has made a column wider or narrower. */
final class ColumnWidths {
    private static final int LEAST = 120;

    private final Table table;
    private int[] given;

    ColumnWidths(Table table) {
        this.table = table;
        given = now();
    }

    void keep() {
        table.addListener(SWT.Resize, event -> share());
    }

    /** Whether they are as the user wants them. */
    boolean areTheUsers() {
        // The last one is as wide as the table lets it.
        int last = given.length - 1;
        return !Arrays.equals(given, 0, last, now(), 0, last);
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
        given = now();
    }

    private static int sum(Predicate<SiteColumn> which) {
        return Arrays.stream(SiteColumn.values())
                .filter(which)
                .mapToInt(SiteColumn::width)
                .sum();
    }
}
