/** Stand-ins for JMC's triggers. */
package org.openjdk.jmc.console.ui.notification.tab;
