package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.canvas.UsageChart;
import io.fdscope.jmc.ui.recorded.Choice;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.openjdk.jmc.flightrecorder.ui.IDisplayablePage;

/** The widgets of the page, one below the other: finding, chart, sites, what is chosen. */
final class SheetParts {
    private final Form form;
    private final FindingBar finding;
    private final SashForm sash;
    private final UsageChart chart;
    private final SiteList sites;
    private final ChoiceBar choice;
    private Listener listener = changed -> {};

    /** Told what the user chooses. */
    @FunctionalInterface
    interface Listener {
        /** Gets the choice as it was, and gives it as it is now. */
        void changed(UnaryOperator<Choice> change);
    }

    SheetParts(Composite parent, FormToolkit toolkit, IDisplayablePage page) {
        form = heading(parent, toolkit, page);
        Composite body = form.getBody();
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 8).applyTo(body);
        finding = new FindingBar(body, toolkit);
        sash = new SashForm(body, SWT.VERTICAL);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        chart = new UsageChart(sash, range -> listener.changed(before -> before.with(range)));
        toolkit.adapt(chart.control(), true, true);
        sites = new SiteList(sash, toolkit, numbers -> listener.changed(before -> before.with(numbers)));
        chart.lookLike(sites.control());
        choice = new ChoiceBar(body, toolkit, () -> listener.changed(before -> Choice.ALL));
    }

    private static Form heading(Composite parent, FormToolkit toolkit, IDisplayablePage page) {
        Form form = toolkit.createForm(parent);
        form.setText(page.getName().replace("&", "&&"));
        toolkit.decorateFormHeading(form);
        ImageDescriptor icon = page.getImageDescriptor();
        if (icon != null) {
            Image image = icon.createImage();
            form.setImage(image);
            form.addDisposeListener(event -> image.dispose());
        }
        return form;
    }

    void listen(Listener told) {
        listener = told;
    }

    Form form() {
        return form;
    }

    FindingBar finding() {
        return finding;
    }

    SashForm sash() {
        return sash;
    }

    UsageChart chart() {
        return chart;
    }

    SiteList sites() {
        return sites;
    }

    ChoiceBar choice() {
        return choice;
    }
}
