/** The chart of open descriptors as it is to be drawn and used: scales, pointer, range. Nothing of SWT. */
package io.fdscope.jmc.ui.chart;
