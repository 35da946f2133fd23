package io.fdscope.jmc.ui.host;

import org.eclipse.jface.resource.ImageDescriptor;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.flightrecorder.ui.IDataPageFactory;
import org.openjdk.jmc.flightrecorder.ui.IPageDefinition;

/** A page's entry in the outline, as its factory has it. */
record Definition(IDataPageFactory factory, IState state) implements IPageDefinition {
    @Override
    public IState getState() {
        return state;
    }

    @Override
    public String getName() {
        return factory.getName(state);
    }

    @Override
    public String getDescription() {
        return factory.getDescription(state);
    }

    @Override
    public String[] getTopics() {
        return factory.getTopics(state);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return factory.getImageDescriptor(state);
    }
}
