package io.fdscope.guard;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Counted, so that one that is lost is missed. */
@Name("io.fdscope.test.Tick")
@StackTrace(false)
class TickEvent extends Event {
    int number;
}
