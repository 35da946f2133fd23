package org.openjdk.jmc.rjmx.subscription.internal;

/** Stands in for JMC's computed attribute of this name: it is there. */
public final class DivisionAttribute {}
