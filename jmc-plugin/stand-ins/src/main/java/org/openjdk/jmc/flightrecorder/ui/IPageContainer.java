package org.openjdk.jmc.flightrecorder.ui;

import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IRange;

/** The editor that a recording is open in. */
public interface IPageContainer {
    /** What Stack Trace, Flame Graph and Properties are about from now on; the page's default where it is empty. */
    void showSelection(IItemCollection items);

    IRange<IQuantity> getRecordingRange();
}
