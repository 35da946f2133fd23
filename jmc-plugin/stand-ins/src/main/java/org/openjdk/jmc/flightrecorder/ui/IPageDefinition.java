package org.openjdk.jmc.flightrecorder.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.openjdk.jmc.common.IState;

/** How a page is entered in the outline. */
public interface IPageDefinition {
    String getName();

    String getDescription();

    String[] getTopics();

    ImageDescriptor getImageDescriptor();

    IState getState();
}
