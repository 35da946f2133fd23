/**
 * Reads flight recordings: whole ones, and what can be saved of damaged ones. Hands what it reads to {@link
 * io.fdscope.recording}, and knows nothing of the running process.
 */
package io.fdscope.jfr.recording;
