package io.fdscope.jmc.ui.host;

import io.fdscope.jmc.ui.page.DescriptorsPageFactory;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.util.StatefulState;
import org.openjdk.jmc.flightrecorder.ui.IDataPageFactory;
import org.openjdk.jmc.flightrecorder.ui.IDisplayablePage;
import org.openjdk.jmc.flightrecorder.ui.IPageUI;
import org.openjdk.jmc.flightrecorder.ui.StreamModel;

/** The page in a window of its own. For the display's thread. */
final class OpenPage {
    private final Shell shell;
    private final FormToolkit toolkit;
    private final StreamModel model;
    private final Editor editor;
    private final IDisplayablePage page;
    private IPageUI sheet;
    private IState state = StatefulState.create(nothing -> {});

    OpenPage(Display display, Recorded recorded, int width, int height) {
        shell = new Shell(display, SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setBounds(0, 0, width, height);
        toolkit = new FormToolkit(display);
        model = new StreamModel(recorded.items());
        editor = new Editor(model, recorded.range());
        IDataPageFactory factory = new DescriptorsPageFactory();
        page = factory.createPage(new Definition(factory, state), model, editor);
        turnTo();
        shell.open();
        shell.forceActive();
    }

    /** Leaves it, and comes back. */
    void turnAwayAndBack() {
        state = StatefulState.create(sheet);
        for (Control child : shell.getChildren()) {
            child.dispose();
        }
        turnTo();
        shell.layout(true, true);
    }

    private void turnTo() {
        editor.turnTo(page);
        sheet = page.display(shell, toolkit, editor, state);
    }

    Shell shell() {
        return shell;
    }

    String name() {
        return page.getName();
    }

    Editor editor() {
        return editor;
    }

    void close() {
        shell.dispose();
        toolkit.dispose();
    }

    /** All widgets of a kind, outer ones first. */
    <T extends Control> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(shell, kind, found);
        return found;
    }

    private static <T extends Control> void collect(Composite parent, Class<T> kind, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (kind.isInstance(child)) {
                found.add(kind.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, kind, found);
            }
        }
    }
}
