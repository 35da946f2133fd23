package io.fdscope.jmc.install.probe;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;
import org.openjdk.jmc.common.unit.QuantityRange;
import org.openjdk.jmc.common.util.StatefulState;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.ui.IDataPageFactory;
import org.openjdk.jmc.flightrecorder.ui.IPageContainer;
import org.openjdk.jmc.flightrecorder.ui.IPageDefinition;
import org.openjdk.jmc.flightrecorder.ui.StreamModel;

/** Stands in for JMC's editor: displays a page of a recording in a window, and takes a picture of it. */
final class DisplayedPage implements IPageContainer, IPageDefinition {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Display display;
    private final IItemCollection items;
    private final IState state = StatefulState.create(nothing -> {});

    DisplayedPage(Display display, IItemCollection items) {
        this.display = display;
        this.items = items;
    }

    /**
     * Displays it until its jobs are done.
     *
     * @return the page's name
     */
    String display(IDataPageFactory factory, Path picture) {
        Shell window = new Shell(display);
        window.setLayout(new FillLayout());
        FormToolkit toolkit = new FormToolkit(display);
        factory.createPage(this, new StreamModel(items), this).display(window, toolkit, this, state);
        window.setBounds(0, 0, 1280, 900);
        window.open();
        handleEvents();
        take(picture);
        toolkit.dispose();
        window.dispose();
        return factory.getName(state);
    }

    private void handleEvents() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end
                && (display.readAndDispatch() || !Job.getJobManager().isIdle())) {
            Thread.onSpinWait();
        }
    }

    private void take(Path file) {
        Image image = new Image(display, 1280, 900);
        GC screen = new GC(display);
        screen.copyArea(image, 0, 0);
        screen.dispose();
        ImageLoader out = new ImageLoader();
        out.data = new ImageData[] {image.getImageData()};
        out.save(file.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }

    @Override
    public void showSelection(IItemCollection selected) {}

    @Override
    public IRange<IQuantity> getRecordingRange() {
        return QuantityRange.createWithEnd(
                items.getAggregate(Aggregators.min(JfrAttributes.START_TIME)),
                items.getAggregate(Aggregators.max(JfrAttributes.END_TIME)));
    }

    @Override
    public String getName() {
        return "a page";
    }

    @Override
    public String getDescription() {
        return null;
    }

    @Override
    public String[] getTopics() {
        return new String[0];
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public IState getState() {
        return state;
    }
}
