package io.fdscope.guard;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;

/**
 * What the guard is made of before the flight recorder is used.
 *
 * @param aftercare the reserve, and what comes after
 * @param lastChunk remembers what the recorder writes to
 * @param faults counts failures of ours
 * @param announcer says once what the guard has done
 */
record GuardParts(Aftercare aftercare, LastChunk lastChunk, Faults faults, Announcer announcer) {}
