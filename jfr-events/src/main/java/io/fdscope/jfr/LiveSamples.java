package io.fdscope.jfr;

import io.fdscope.sample.Sample;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The last sample, for one type of event: as often as asked while it is younger than a minute, once when it is older.
 * Else a sampler that hangs would look alive in a recording, with figures that never change.
 */
final class LiveSamples {
    private static final long OLD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<Sample> latest;
    private final LongSupplier nanoTime;
    private Sample last = Sample.NONE;

    LiveSamples(Supplier<Sample> latest) {
        this(latest, System::nanoTime);
    }

    LiveSamples(Supplier<Sample> latest, LongSupplier nanoTime) {
        this.latest = latest;
        this.nanoTime = nanoTime;
    }

    /** The sample to write now; empty before the first, and where the sampler seems to hang. */
    synchronized Optional<Sample> next() {
        Sample sample = latest.get();
        boolean given = sample.reading().equals(last.reading());
        last = sample;
        boolean old = nanoTime.getAsLong() - sample.reading().nanoTime() > OLD_NANOS;
        return sample.equals(Sample.NONE) || (given && old) ? Optional.empty() : Optional.of(sample);
    }
}
