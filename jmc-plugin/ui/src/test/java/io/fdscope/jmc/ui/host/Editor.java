package io.fdscope.jmc.ui.host;

import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;
import org.openjdk.jmc.flightrecorder.ui.IDisplayablePage;
import org.openjdk.jmc.flightrecorder.ui.IPageContainer;
import org.openjdk.jmc.flightrecorder.ui.StreamModel;

/** Keeps what the other views would show, by the rules of JMC's editor. */
final class Editor implements IPageContainer {
    private final StreamModel model;
    private final IRange<IQuantity> range;
    private IDisplayablePage page;
    private IItemCollection shown;

    Editor(StreamModel model, IRange<IQuantity> range) {
        this.model = model;
        this.range = range;
    }

    /** A page is turned to. */
    void turnTo(IDisplayablePage now) {
        page = now;
        showSelection(model.getItems().apply(page.getDefaultSelectionFilter()));
    }

    @Override
    public void showSelection(IItemCollection items) {
        shown = items.hasItems() ? items : model.getItems().apply(page.getDefaultSelectionFilter());
    }

    IItemCollection shown() {
        return shown;
    }

    @Override
    public IRange<IQuantity> getRecordingRange() {
        return range;
    }
}
