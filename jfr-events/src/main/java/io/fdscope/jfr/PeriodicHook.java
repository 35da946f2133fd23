package io.fdscope.jfr;

import io.fdscope.sample.Sample;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jdk.jfr.Event;

/**
 * Writes one event of the last sample whenever the flight recorder asks for it. It asks at most once a period, and not
 * at all while no recording wants the event. See {@link LiveSamples} for when there is nothing to write.
 */
final class PeriodicHook<E extends Event> implements Runnable {
    private final Supplier<E> create;
    private final BiConsumer<E, Sample> fill;
    private final LiveSamples samples;
    private final JfrEdge edge;

    PeriodicHook(Supplier<E> create, BiConsumer<E, Sample> fill, Supplier<Sample> latest, JfrEdge edge) {
        this.create = create;
        this.fill = fill;
        this.samples = new LiveSamples(latest);
        this.edge = edge;
    }

    @Override
    public void run() {
        edge.run(this::write);
    }

    private void write() {
        E event = create.get();
        if (!event.isEnabled()) {
            return;
        }
        samples.next().ifPresent(sample -> {
            fill.accept(event, sample);
            event.commit();
        });
    }
}
