/** The page "File Descriptors" of an open recording, as JMC has pages. */
package io.fdscope.jmc.ui.page;
