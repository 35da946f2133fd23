package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.items.TimeRange;
import io.fdscope.jmc.ui.recorded.Choice;
import io.fdscope.jmc.ui.recorded.PageContent;
import io.fdscope.jmc.ui.recorded.WallClock;
import io.fdscope.jmc.ui.recorded.Words;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** What Stack Trace, Flame Graph and Properties are about, and the way back to all. */
final class ChoiceBar {
    private final Composite bar;
    private final Label text;
    private final Button all;

    ChoiceBar(Composite parent, FormToolkit toolkit, Runnable chooseAll) {
        bar = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        text = toolkit.createLabel(bar, "", SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
        all = toolkit.createButton(bar, "Show &All", SWT.PUSH);
        all.setToolTipText("Choose all of the time and all sites");
        all.addListener(SWT.Selection, event -> chooseAll.run());
        all.setVisible(false);
    }

    void setVisible(boolean visible) {
        bar.setVisible(visible);
    }

    void show(PageContent content, Choice choice) {
        long count = choice.count(content.creations());
        text.setText("Stack Trace, Flame Graph and Properties show "
                + (count == 0 ? "nothing: no creation" : Words.count(count, "recorded creation")) + of(choice)
                + choice.range().map(range -> time(range, content.clock())).orElse("")
                + (count == 0 ? " was recorded" : ""));
        all.setVisible(!choice.equals(Choice.ALL));
        bar.getParent().layout(true, true);
    }

    private static String of(Choice choice) {
        return switch (choice.sites().size()) {
            case 0 -> "";
            case 1 -> " of this site";
            default -> " of these sites";
        };
    }

    private static String time(TimeRange range, WallClock clock) {
        return " from " + clock.text(range.fromMillis()) + " to " + clock.text(range.toMillis());
    }
}
