package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.chart.ChartWords;
import io.fdscope.jmc.ui.recorded.Choice;
import io.fdscope.jmc.ui.recorded.PageContent;
import io.fdscope.jmc.ui.recorded.Usage;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.IWritableState;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.ui.IPageContainer;
import org.openjdk.jmc.flightrecorder.ui.IPageUI;

/** The page on the screen: has it read, shows it, and tells JMC what is chosen. */
final class DescriptorsSheet implements IPageUI {
    private final DescriptorsPage page;
    private final SheetParts parts;
    private final IPageContainer editor;
    private final Display display;

    DescriptorsSheet(DescriptorsPage page, SheetParts parts, IPageContainer editor, IState state) {
        this.page = page;
        this.parts = parts;
        this.editor = editor;
        display = parts.form().getDisplay();
        new SheetState(parts).restore(state);
        page.content().ifPresentOrElse(this::show, this::read);
    }

    private void read() {
        parts.sash().setVisible(false);
        parts.choice().setVisible(false);
        ReadingJob job = new ReadingJob(
                page.items(),
                content -> inDisplay(() -> {
                    page.read(content);
                    show(content);
                }),
                failure -> inDisplay(() -> parts.finding().failed(failure)),
                () -> inDisplay(parts.finding()::cancelled));
        parts.form().addDisposeListener(event -> job.cancel());
        job.schedule();
    }

    /** Nothing happens once the page is left. */
    private void inDisplay(Runnable work) {
        try {
            display.asyncExec(() -> {
                if (!parts.form().isDisposed()) {
                    work.run();
                }
            });
        } catch (SWTException e) {
            if (!display.isDisposed()) {
                throw e;
            }
        }
    }

    private void show(PageContent content) {
        parts.finding().show(content);
        parts.chart().show(content.usage(), scales(content.usage()), new ChartWords(content.clock()));
        parts.sash().setVisible(true);
        parts.choice().setVisible(true);
        parts.listen(change -> choose(content, change));
        parts.sites().show(content.rows(page.choice().time()));
        showChoice(content);
    }

    private ChartScales scales(Usage usage) {
        IRange<IQuantity> range = editor.getRecordingRange();
        if (range == null) { // JMC could make nothing of the recording's chunks.
            return ChartScales.of(usage, usage.firstMillis(), usage.lastMillis());
        }
        return ChartScales.of(usage, millis(range.getStart()), millis(range.getEnd()));
    }

    private static long millis(IQuantity time) {
        return time.clampedFloorIn(UnitLookup.EPOCH_MS);
    }

    private void choose(PageContent content, UnaryOperator<Choice> change) {
        Choice before = page.choice();
        Choice choice = change.apply(before);
        if (!choice.equals(before)) {
            page.choose(choice);
            if (!choice.range().equals(before.range())) {
                parts.sites().show(content.rows(choice.time()));
            }
            showChoice(content);
            editor.showSelection(page.items().apply(choice.filter(content.creations())));
        }
    }

    private void showChoice(PageContent content) {
        Choice choice = page.choice();
        parts.chart().choose(choice.range());
        parts.sites().choose(choice.sites());
        parts.choice().show(content, choice);
    }

    @Override
    public void saveTo(IWritableState state) {
        new SheetState(parts).save(state);
    }
}
