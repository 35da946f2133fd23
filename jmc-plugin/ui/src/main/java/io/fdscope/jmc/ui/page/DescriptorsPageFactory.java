package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.rules.Topics;
import org.eclipse.jface.resource.ImageDescriptor;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.flightrecorder.ui.IDataPageFactory;
import org.openjdk.jmc.flightrecorder.ui.IDisplayablePage;
import org.openjdk.jmc.flightrecorder.ui.IPageContainer;
import org.openjdk.jmc.flightrecorder.ui.IPageDefinition;
import org.openjdk.jmc.flightrecorder.ui.StreamModel;

/** Makes the page; JMC's extension registry makes this. */
public final class DescriptorsPageFactory implements IDataPageFactory {
    private static final String ICON = "/icons/descriptors.png";

    @Override
    public String getName(IState state) {
        return "File Descriptors";
    }

    @Override
    public String getDescription(IState state) {
        return "How many file descriptors are open, how long they will last, and which lines of code use them up";
    }

    @Override
    public String[] getTopics(IState state) {
        return new String[] {Topics.DESCRIPTORS};
    }

    @Override
    public ImageDescriptor getImageDescriptor(IState state) {
        return ImageDescriptor.createFromURL(DescriptorsPageFactory.class.getResource(ICON));
    }

    @Override
    public IDisplayablePage createPage(IPageDefinition definition, StreamModel items, IPageContainer editor) {
        return new DescriptorsPage(definition, items);
    }
}
