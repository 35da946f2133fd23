/**
 * The report on one or two recordings: as JSON, as text, and as a page. Words and numbers only; who reads recordings is
 * {@link io.fdscope.jfr.recording}, and what they tell is folded in {@link io.fdscope.recording}. Runs on the command line,
 * never in the process that is watched.
 */
package io.fdscope.report;
