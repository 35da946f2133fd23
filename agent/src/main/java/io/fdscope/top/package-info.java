/**
 * The live view as a pure function: what has been seen of a process and what the user has chosen, to the lines of a screen.
 * Where the figures come from, and how lines get onto a terminal, is not known here.
 */
package io.fdscope.top;
