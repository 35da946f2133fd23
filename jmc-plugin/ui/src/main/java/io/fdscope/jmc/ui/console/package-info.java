/**
 * What JMC's console shows of a live JVM: the tab's presence, names and units of the MXBean's attributes, presets of
 * triggers. The tab itself is declared in plugin.xml. No code that reads recordings; nothing of JMC's application is
 * compiled against, since none of it is on Maven Central: its interfaces are found at run time.
 */
package io.fdscope.jmc.ui.console;
