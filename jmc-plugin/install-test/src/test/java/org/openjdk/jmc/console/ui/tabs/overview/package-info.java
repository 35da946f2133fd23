/** Stand-ins for JMC's console tabs. */
package org.openjdk.jmc.console.ui.tabs.overview;
