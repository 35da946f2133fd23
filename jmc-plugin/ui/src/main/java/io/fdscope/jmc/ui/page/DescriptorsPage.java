package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.items.CreationItems;
import io.fdscope.jmc.ui.recorded.Choice;
import io.fdscope.jmc.ui.recorded.PageContent;
import java.util.Optional;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.flightrecorder.ui.IDisplayablePage;
import org.openjdk.jmc.flightrecorder.ui.IPageContainer;
import org.openjdk.jmc.flightrecorder.ui.IPageDefinition;
import org.openjdk.jmc.flightrecorder.ui.IPageUI;
import org.openjdk.jmc.flightrecorder.ui.StreamModel;

/**
 * The page of one open recording. JMC displays it anew whenever somebody turns to it: what was read and what was chosen stays
 * here. For the user interface's thread.
 */
final class DescriptorsPage implements IDisplayablePage {
    private final IPageDefinition definition;
    private final StreamModel model;
    private Optional<PageContent> content = Optional.empty();
    private Choice choice = Choice.ALL;

    DescriptorsPage(IPageDefinition definition, StreamModel model) {
        this.definition = definition;
        this.model = model;
    }

    @Override
    public String getName() {
        return definition.getName();
    }

    @Override
    public String getDescription() {
        return definition.getDescription();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return definition.getImageDescriptor();
    }

    @Override
    public IPageUI display(Composite parent, FormToolkit toolkit, IPageContainer editor, IState state) {
        return new DescriptorsSheet(this, new SheetParts(parent, toolkit, this), editor, state);
    }

    /** JMC asks for it as well where a choice is of no event at all: it must be of none then, too. */
    @Override
    public IItemFilter getDefaultSelectionFilter() {
        return content.map(known -> choice.filter(known.creations())).orElse(CreationItems.EVERY);
    }

    IItemCollection items() {
        return model.getItems();
    }

    Optional<PageContent> content() {
        return content;
    }

    void read(PageContent now) {
        content = Optional.of(now);
    }

    Choice choice() {
        return choice;
    }

    void choose(Choice now) {
        choice = now;
    }
}
