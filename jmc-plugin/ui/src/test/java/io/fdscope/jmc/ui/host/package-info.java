/** A process that shows the page as JMC does, and does as it is told by lines: what tests use and look at. */
package io.fdscope.jmc.ui.host;
