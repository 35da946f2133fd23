package org.openjdk.jmc.flightrecorder.ui;

import org.openjdk.jmc.common.IStateful;

/** A page as it is displayed; its state is kept when it is left. */
public interface IPageUI extends IStateful {}
