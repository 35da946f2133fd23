package io.fdscope.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;

/**
 * One series.
 *
 * @param what name and description, in common with the other series of its meter
 * @param tags what tells it from them; of a fixed set of values
 * @param value reads it
 */
record DescriptorGauge(MeterText what, Tags tags, ToDoubleFunction<BeanFigures> value) {
    /** Registers it; the registry then holds on to {@code figures}. */
    Meter register(MeterRegistry registry, BeanFigures figures) {
        return Gauge.builder(what.meterName(), figures, value)
                .strongReference(true)
                .tags(tags)
                .baseUnit(what.baseUnit())
                .description(what.description())
                .register(registry);
    }
}
