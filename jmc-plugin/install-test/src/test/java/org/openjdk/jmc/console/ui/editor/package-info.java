/** Stand-ins for JMC's console. */
package org.openjdk.jmc.console.ui.editor;
