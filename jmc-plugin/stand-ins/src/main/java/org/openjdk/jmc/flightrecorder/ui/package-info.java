/**
 * Stands in for the package of the same name in JMC's application, which no public repository holds: as much of its types as
 * the plugin calls or implements, with the signatures that JMC has had since 8.3. To compile and test against; JMC brings
 * its own.
 */
package org.openjdk.jmc.flightrecorder.ui;
