package io.fdscope.soak;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A numbered event that makes a chunk of 1 MB full in some seconds. */
@Name("io.fdscope.soak.Beat")
@StackTrace(false)
class BeatEvent extends Event {
    long number;
    String ballast;
}
