package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.recorded.SiteColumn;
import io.fdscope.jmc.ui.recorded.SiteRow;
import java.util.function.IntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Says all of what a cell has no room for, while the pointer is over it. */
record SiteTips(Table table, IntFunction<SiteRow> rows) {
    void offer() {
        table.addListener(SWT.MouseMove, this::move);
    }

    private void move(Event event) {
        String text = textAt(new Point(event.x, event.y));
        if (!text.equals(table.getToolTipText())) {
            table.setToolTipText(text.isEmpty() ? null : text);
        }
    }

    private String textAt(Point point) {
        TableItem item = table.getItem(point);
        for (SiteColumn column : SiteColumn.values()) {
            if (item != null && item.getBounds(column.ordinal()).contains(point)) {
                return column.tip(rows.apply(table.indexOf(item)));
            }
        }
        return "";
    }
}
