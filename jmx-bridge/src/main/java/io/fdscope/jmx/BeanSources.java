package io.fdscope.jmx;

import io.fdscope.dump.RecordingDump;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.threshold.Alarms;
import java.util.function.Supplier;

/**
 * Where the MXBean gets what it shows.
 *
 * @param latest the last sample; must not wait
 * @param sampler is asked for a scan, and for its periods
 * @param wakeSampler called when a period has been changed, so that it counts from now
 * @param alarms what tells when descriptors run short
 * @param leaks verdicts, creations and tracing
 * @param recordings writes them to files
 * @param faults where our failures are counted
 */
public record BeanSources(
        Supplier<Sample> latest,
        Sampler sampler,
        Runnable wakeSampler,
        Alarms alarms,
        LeakSources leaks,
        RecordingDump recordings,
        Faults faults) {
    /** Without recordings. */
    public BeanSources(
            Supplier<Sample> latest,
            Sampler sampler,
            Runnable wakeSampler,
            Alarms alarms,
            LeakSources leaks,
            Faults faults) {
        this(latest, sampler, wakeSampler, alarms, leaks, RecordingDump.NONE, faults);
    }
}
