package org.openjdk.jmc.console.ui.editor;

import org.eclipse.core.runtime.IAdaptable;

/** Stands in for JMC's interface of this name, whose parameter is Eclipse's IWorkbenchPart, an IAdaptable. */
public interface IConsolePageSupportTester {
    boolean isSupported(IAdaptable part);
}
