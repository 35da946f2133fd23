/**
 * The recording that we keep, and recordings written to files: by the flight recorder, or without it when it cannot open a
 * file any more. Only in a JVM that has a flight recorder.
 */
package io.fdscope.jfr.dump;
