package io.fdscope.jmc.ui.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Table;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.IWritableState;

/** What the user has arranged: kept when the page is left, and in the workspace. */
record SheetState(SheetParts parts) {
    private static final String WEIGHTS = "sashWeights";
    private static final String WIDTHS = "columnWidths";
    private static final String ORDER = "columnOrder";
    private static final String SORT = "sortColumn";
    private static final String DOWN = "sortDown";
    private static final int[] EVEN = {55, 45};

    void save(IWritableState state) {
        Table table = parts.sites().control();
        if (table.isDisposed()) {
            return;
        }
        state.putString(WEIGHTS, text(Arrays.stream(parts.sash().getWeights())));
        if (parts.sites().widths().areTheUsers()) {
            state.putString(WIDTHS, text(Arrays.stream(parts.sites().widths().now())));
        }
        state.putString(ORDER, text(Arrays.stream(table.getColumnOrder())));
        if (table.getSortColumn() != null) {
            state.putString(SORT, Integer.toString(table.indexOf(table.getSortColumn())));
            state.putString(DOWN, Boolean.toString(table.getSortDirection() == SWT.DOWN));
        }
    }

    /** What is not there, or makes no sense, is as it is at first. */
    void restore(IState state) {
        Table table = parts.sites().control();
        SashForm sash = parts.sash();
        sash.setWeights(numbers(state, WEIGHTS, 2).filter(this::isPositive).orElse(EVEN));
        numbers(state, WIDTHS, table.getColumnCount())
                .filter(this::isPositive)
                .ifPresent(parts.sites().widths()::set);
        numbers(state, ORDER, table.getColumnCount())
                .filter(order -> Arrays.equals(
                        Arrays.stream(order).sorted().toArray(),
                        IntStream.range(0, order.length).toArray()))
                .ifPresent(table::setColumnOrder);
        numbers(state, SORT, 1).filter(sort -> sort[0] < table.getColumnCount()).ifPresent(sort -> {
            table.setSortColumn(table.getColumn(sort[0]));
            table.setSortDirection(Boolean.parseBoolean(state.getAttribute(DOWN)) ? SWT.DOWN : SWT.UP);
        });
    }

    private boolean isPositive(int[] numbers) {
        return Arrays.stream(numbers).allMatch(number -> number > 0);
    }

    private static String text(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Optional<int[]> numbers(IState state, String key, int count) {
        String text = state == null ? null : state.getAttribute(key);
        if (text == null || !text.matches("\\d{1,6}(,\\d{1,6}){" + (count - 1) + "}")) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray());
    }
}
