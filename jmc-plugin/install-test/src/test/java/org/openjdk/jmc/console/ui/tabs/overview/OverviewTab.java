package org.openjdk.jmc.console.ui.tabs.overview;

/** Stands in for JMC's tab of dials and charts: it is there. */
public final class OverviewTab {}
