/** From figures to pixels and back, and where the axes get their marks. Knows neither SWT nor what is drawn. */
package io.fdscope.jmc.ui.scale;
