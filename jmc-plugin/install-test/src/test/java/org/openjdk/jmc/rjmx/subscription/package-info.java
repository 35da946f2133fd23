/** Stand-ins for JMC's connections. */
package org.openjdk.jmc.rjmx.subscription;
