package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.recorded.SiteColumn;
import io.fdscope.jmc.ui.recorded.SiteRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;

/** Copies rows of the table: as a spreadsheet takes them, or the stacks. */
record SiteCopy(Table table, Supplier<List<SiteRow>> rows) {
    void offer() {
        Menu menu = new Menu(table);
        item(menu, "&Copy\tCtrl+C", SiteCopy::cells);
        item(menu, "Copy &Stack", SiteCopy::stacks);
        table.setMenu(menu);
        table.addListener(SWT.KeyDown, this::press);
    }

    private void item(Menu menu, String text, Function<List<SiteRow>, String> copied) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> copy(copied));
    }

    private void press(Event event) {
        if (event.keyCode == 'c' && (event.stateMask & SWT.MOD1) != 0) {
            copy(SiteCopy::cells);
        }
    }

    private void copy(Function<List<SiteRow>, String> copied) {
        String text = copied.apply(rows.get());
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** The heads, then a line for each row, the cells parted by tabs. */
    static String cells(List<SiteRow> rows) {
        return Stream.concat(
                        Stream.of(line(SiteColumn::label)),
                        rows.stream().map(row -> line(column -> column.copied(row))))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Function<SiteColumn, String> cell) {
        return Arrays.stream(SiteColumn.values()).map(cell).collect(Collectors.joining("\t"));
    }

    static String stacks(List<SiteRow> rows) {
        return rows.stream().map(row -> row.site().stackText()).collect(Collectors.joining("\n\n"));
    }
}
