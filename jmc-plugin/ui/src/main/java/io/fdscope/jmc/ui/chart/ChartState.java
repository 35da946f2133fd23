package io.fdscope.jmc.ui.chart;

import io.fdscope.jmc.items.TimeRange;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.scale.Box;
import io.fdscope.jmc.ui.scale.RangeDrag;
import io.fdscope.jmc.ui.scale.TimeScale;
import java.util.Optional;
import java.util.OptionalInt;

/** Where somebody points in the chart, and which range is chosen. For one thread. */
public final class ChartState {
    private final Usage usage;
    private final ChartScales scales;
    private Optional<TimeRange> range = Optional.empty();
    private Optional<RangeDrag> drag = Optional.empty();
    private int point = -1;
    private int anchor = -1;

    /** Of a chart without pointer and range. */
    public ChartState(Usage usage, ChartScales scales) {
        this.usage = usage;
        this.scales = scales;
    }

    /** What is drawn. */
    public Usage usage() {
        return usage;
    }

    /** How it is scaled. */
    public ChartScales scales() {
        return scales;
    }

    /** The range, also while it is drawn out; empty is all. */
    public Optional<TimeRange> range(Box plot) {
        return drag.filter(RangeDrag::isRange).map(each -> rangeOf(each, plot)).or(() -> range);
    }

    /** The range that is chosen; empty is all. */
    public Optional<TimeRange> range() {
        return range;
    }

    /** Chooses a range from outside; the one that is chosen already can go on being extended. */
    public void choose(Optional<TimeRange> other) {
        if (!range.equals(other)) {
            range = other;
            anchor = -1;
        }
    }

    /** The point that is looked at. */
    public OptionalInt point() {
        return point < 0 || point >= usage.size() ? OptionalInt.empty() : OptionalInt.of(point);
    }

    /** The pointer is over a pixel, with or without the button down. */
    public void pointAt(int x, Box plot) {
        long millis = scales.time(plot).millis(x);
        point = usage.nearest(Math.min(millis, scales.toMillis()));
        drag = drag.map(each -> each.to(x));
    }

    /** The pointer is somewhere else. */
    public void pointNowhere() {
        point = -1;
    }

    /** The button goes down. Where nothing is drawn there is nothing to draw a range on. */
    public void press(int x) {
        drag = usage.size() == 0 ? Optional.empty() : Optional.of(new RangeDrag(x, x));
    }

    /** The button goes up; returns whether a range has been chosen by that. */
    public boolean release(Box plot) {
        Optional<RangeDrag> drawn = drag.filter(RangeDrag::isRange);
        drag = Optional.empty();
        drawn.ifPresent(each -> choose(Optional.of(rangeOf(each, plot))));
        return drawn.isPresent();
    }

    /** What is drawn out is let go of. */
    public void cancelDrag() {
        drag = Optional.empty();
    }

    private TimeRange rangeOf(RangeDrag drawn, Box plot) {
        TimeScale time = scales.time(plot);
        return TimeRange.ofMillis(
                Math.min(scales.toMillis(), time.millis(drawn.fromX())),
                Math.min(scales.toMillis(), time.millis(drawn.toX())));
    }

    /**
     * Goes so many points to the right, or to the left.
     *
     * @param extending whether the range goes with it, from where the extending began
     * @return whether the range is another
     */
    public boolean step(int points, boolean extending) {
        if (usage.size() == 0) {
            return false;
        }
        int last = usage.size() - 1;
        int before = point().orElse(points < 0 ? last : 0);
        point = (int) Math.max(0, Math.min(last, (long) before + points));
        if (!extending) {
            anchor = -1;
            return false;
        }
        anchor = anchor < 0 ? before : anchor;
        range = anchor == point
                ? Optional.empty()
                : Optional.of(TimeRange.ofMillis(usage.millis(anchor), usage.millis(point)));
        return true;
    }
}
