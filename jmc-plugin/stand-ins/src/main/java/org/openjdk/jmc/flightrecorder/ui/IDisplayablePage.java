package org.openjdk.jmc.flightrecorder.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.ItemFilters;

/** A page of one open recording. It is displayed anew whenever the user turns to it. */
public interface IDisplayablePage {
    String getName();

    String getDescription();

    ImageDescriptor getImageDescriptor();

    IPageUI display(Composite parent, FormToolkit toolkit, IPageContainer editor, IState state);

    /** What the other views show when the page is turned to, and whenever it selects nothing. */
    default IItemFilter getDefaultSelectionFilter() {
        return ItemFilters.none();
    }
}
