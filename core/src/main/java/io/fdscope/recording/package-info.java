/**
 * A recording read back: its events folded into the course of the counts and into the evidence that the leak analysis
 * judged, so that it can judge again. Knows no file format: whoever can read one hands over {@link
 * io.fdscope.recording.EventValues}. All of it is bounded, and trusts nothing that it reads.
 */
package io.fdscope.recording;
