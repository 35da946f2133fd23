package io.fdscope.monitor;

import io.fdscope.guard.JfrGuard;
import io.fdscope.leak.LeakThresholds;
import io.fdscope.leak.LeakWatch;
import io.fdscope.option.Option;
import io.fdscope.option.Options;
import io.fdscope.sample.Sampler;
import io.fdscope.threshold.AlertMonitor;
import java.util.function.Consumer;

/**
 * What a change of options does while fdscope runs. Periods and tracing may have been changed by JMX as well: only what was
 * given now counts.
 *
 * @param settings all that is in force by now
 * @param sampler has periods
 * @param alerts have thresholds
 * @param leakWatch has thresholds
 * @param tracing is switched
 * @param guard is switched
 */
record Reconfiguration(
        Settings settings, Sampler sampler, AlertMonitor alerts, LeakWatch leakWatch, Tracing tracing, JfrGuard guard)
        implements Consumer<Options> {
    static LeakThresholds thresholds(Options options) {
        return new LeakThresholds(options.suspectAge(), options.suspectCount(), options.critical());
    }

    @Override
    public void accept(Options given) {
        sampler.setPeriods(given.changePeriods(sampler.periods()));
        Options all = settings.current();
        alerts.setThresholds(all.warn(), all.critical());
        leakWatch.setThresholds(thresholds(all));
        if (given.given().contains(Option.JFRGUARD)) {
            guard(given.jfrGuard());
        }
        if (!tracing.isPossible()) { // Last, as is what may not be possible now. Said whatever was given.
            throw new UnsupportedOperationException(
                    "as a library it cannot trace: 'fdscope attach PID enabled=false' closes"
                            + " it, and attaching once more puts the agent in");
        }
        if (given.given().contains(Option.TRACE)) {
            trace(given.trace());
        }
    }

    private void trace(boolean wanted) {
        if (wanted) {
            tracing.enable();
        } else {
            tracing.disable();
        }
    }

    private void guard(boolean wanted) {
        if (wanted) {
            guard.enable();
        } else {
            guard.disable();
        }
    }
}
