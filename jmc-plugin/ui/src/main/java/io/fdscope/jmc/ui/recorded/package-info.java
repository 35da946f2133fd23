/**
 * What the page shows of a recording, ready to be drawn: figures over time, the creation sites, the verdict. Immutable, and
 * made off the user interface's thread. Nothing of SWT or Eclipse.
 */
package io.fdscope.jmc.ui.recorded;
