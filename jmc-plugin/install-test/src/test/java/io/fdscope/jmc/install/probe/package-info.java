/** A bundle inside the Equinox under test: does what JMC does with an extension, and prints what it got. */
package io.fdscope.jmc.install.probe;
