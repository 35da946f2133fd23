/**
 * A terminal: what it can show, its keys, and how a screen of lines gets onto it. Knows nothing of what is shown, and needs
 * no native code: the mode is {@code stty}'s.
 */
package io.fdscope.terminal;
