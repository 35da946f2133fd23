package org.openjdk.jmc.flightrecorder.ui;

import org.openjdk.jmc.common.item.IItemCollection;

/** The events of an open recording. JMC's own is made of JMC's arrays of events; this one of any collection. */
public class StreamModel {
    private final IItemCollection items;

    public StreamModel(IItemCollection items) {
        this.items = items;
    }

    public IItemCollection getItems() {
        return items;
    }
}
