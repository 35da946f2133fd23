package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.recorded.SiteColumn;
import io.fdscope.jmc.ui.recorded.SiteRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The creation sites as a table that can be sorted; one row or some are chosen. */
final class SiteList {
    private final Table table;
    private final ColumnWidths widths;
    private List<SiteRow> rows = List.of();

    /** @param chosen told of the numbers of the sites whenever the user has chosen others */
    SiteList(Composite parent, FormToolkit toolkit, Consumer<List<Integer>> chosen) {
        table = toolkit.createTable(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> chosen.accept(selected()));
        for (SiteColumn column : SiteColumn.values()) {
            add(column);
        }
        widths = new ColumnWidths(table);
        widths.keep();
        new SiteTips(table, place -> rows.get(place)).offer();
        new SiteCopy(table, this::selectedRows).offer();
    }

    private void add(SiteColumn column) {
        TableColumn head = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
        head.setText(column.label());
        head.setToolTipText(column.description());
        head.setWidth(column.width());
        head.setMoveable(true);
        head.addListener(SWT.Selection, event -> sort(head, column));
    }

    Table control() {
        return table;
    }

    ColumnWidths widths() {
        return widths;
    }

    /** Shows other rows, in the order that was chosen, with the same ones selected. */
    void show(List<SiteRow> now) {
        List<Integer> selected = selected();
        rows = now;
        arrange(selected);
    }

    /** Selects sites by their numbers, and tells nobody. */
    void choose(List<Integer> numbers) {
        if (selected().equals(numbers)) {
            return;
        }
        int[] places = IntStream.range(0, rows.size())
                .filter(i -> numbers.contains(rows.get(i).number()))
                .toArray();
        table.setSelection(places);
    }

    /** Column, and whether its highest are on top; by default none, which is the worst on top. */
    private void sort(TableColumn head, SiteColumn column) {
        boolean again = table.getSortColumn() == head;
        boolean down = again ? table.getSortDirection() == SWT.UP : column.isNumber();
        List<Integer> selected = selected();
        table.setSortColumn(head);
        table.setSortDirection(down ? SWT.DOWN : SWT.UP);
        arrange(selected);
    }

    private void arrange(List<Integer> selected) {
        if (table.getSortColumn() != null) {
            SiteColumn column = SiteColumn.values()[table.indexOf(table.getSortColumn())];
            Comparator<SiteRow> order =
                    table.getSortDirection() == SWT.DOWN ? column.order().reversed() : column.order();
            rows = rows.stream().sorted(order).toList();
        }
        table.deselectAll();
        table.setItemCount(rows.size());
        table.clearAll();
        choose(selected);
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        SiteRow row = rows.get(event.index);
        for (SiteColumn column : SiteColumn.values()) {
            item.setText(column.ordinal(), column.text(row));
        }
        if (row.isSuspect()) {
            item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
    }

    private List<Integer> selected() {
        return selectedRows().stream().map(SiteRow::number).toList();
    }

    private List<SiteRow> selectedRows() {
        return Arrays.stream(table.getSelectionIndices())
                .sorted()
                .mapToObj(rows::get)
                .toList();
    }
}
