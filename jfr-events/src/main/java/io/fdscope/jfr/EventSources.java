package io.fdscope.jfr;

import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertMonitor;
import java.util.function.Supplier;

/**
 * Where the events get what they show.
 *
 * @param latest gives the last sample, {@link Sample#NONE} before the first; must not wait
 * @param alerts whose changes of level become events
 * @param leaks verdicts and creations
 * @param onRecorder run when the flight recorder comes to life, before anything is recorded, or at once where it has
 * @param faults where our failures are counted, and whose first of each kind become events
 */
public record EventSources(
        Supplier<Sample> latest, AlertMonitor alerts, LeakSources leaks, Runnable onRecorder, Faults faults) {
    /** Where nobody is to know of the flight recorder. */
    public EventSources(Supplier<Sample> latest, AlertMonitor alerts, LeakSources leaks, Faults faults) {
        this(latest, alerts, leaks, () -> {}, faults);
    }
}
