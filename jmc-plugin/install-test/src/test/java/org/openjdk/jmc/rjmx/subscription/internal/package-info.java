/** Stand-ins for JMC's computed attributes. */
package org.openjdk.jmc.rjmx.subscription.internal;
