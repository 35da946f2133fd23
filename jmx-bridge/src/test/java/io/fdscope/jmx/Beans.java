package io.fdscope.jmx;

import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.threshold.Alarms;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.ExhaustionWatch;
import io.fdscope.threshold.Thresholds;
import java.util.function.Supplier;

/** Beans for tests that care about a part of what a bean shows. */
final class Beans {
    private Beans() {}

    /** One that shows what a sampler sees, and nothing of leaks. */
    static FileDescriptorsBean of(Sampler sampler, Runnable wakeSampler, Faults faults) {
        return new FileDescriptorsBean(
                new BeanSources(sampler::latest, sampler, wakeSampler, alarms(), LeakSources.NONE, faults));
    }

    /** One that shows samples made by hand, and leaks. */
    static FileDescriptorsBean of(Supplier<Sample> latest, Sampler sampler, LeakSources leaks, Faults faults) {
        return new FileDescriptorsBean(new BeanSources(latest, sampler, () -> {}, alarms(), leaks, faults));
    }

    /** One that is only looked at from outside. */
    static FileDescriptorsBean any() {
        return of(() -> Sample.NONE, null, LeakSources.NONE, new Faults());
    }

    static Alarms alarms() {
        return new Alarms(new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%")), new ExhaustionWatch());
    }
}
