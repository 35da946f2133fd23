package io.fdscope.cli;

import io.fdscope.blackbox.BlackBox;
import io.fdscope.top.Figures;
import io.fdscope.top.Glance;

/** Looks at the black box of a process of this machine. */
final class BlackBoxGlances implements GlanceSource {
    private final BlackBoxSource source;

    BlackBoxGlances(BlackBoxSource source) {
        this.source = source;
    }

    @Override
    public Glance look() throws UserError {
        BlackBox box = source.box();
        Status status = source.status(box);
        return new Glance(
                status.target(),
                status.facts().getOrDefault("main", ""),
                status.source(),
                status.count("readingEpochMillis"),
                status.note(),
                !status.alive(),
                new Figures(status.figures()),
                box.timeline(),
                box.verdict(),
                box.suspects());
    }

    @Override
    public void close() {
        // Nothing is held between two looks.
    }
}
