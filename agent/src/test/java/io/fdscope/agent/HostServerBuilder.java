package io.fdscope.agent;

import javax.management.MBeanServerBuilder;

/** The way in which application servers bring an MBean server of their own. */
public final class HostServerBuilder extends MBeanServerBuilder {}
