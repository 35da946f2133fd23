/**
 * Calls of ours in methods of the JDK: how their bytecode is changed and changed back, and the class inside
 * {@code java.base} that they call. Which methods, and what is done there, is told by who uses it.
 */
package io.fdscope.hook;
