package io.fdscope.jmc.ui.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts from 0 upwards, as pixels that grow downwards.
 *
 * @param most the highest count that is to be seen, above 0
 * @param bottom the pixel of 0
 * @param top the pixel of the highest
 */
public record CountScale(double most, int bottom, int top) {
    private static final int[] STEPS = {1, 2, 5, 10};

    /** @throws IllegalArgumentException if there is nothing to be seen */
    public CountScale {
        if (!(most > 0) || top > bottom) {
            throw new IllegalArgumentException(most + " on " + bottom + " to " + top);
        }
    }

    /** The pixel of a count. */
    public int y(double count) {
        return (int) Math.round(bottom - count / most * (bottom - top));
    }

    /** Round numbers, at least so many pixels apart. */
    public List<Tick> ticks(int leastPixels) {
        double step = step(leastPixels * most / Math.max(1, bottom - top));
        List<Tick> ticks = new ArrayList<>();
        for (double value = 0; value <= most; value += step) {
            ticks.add(new Tick(value, String.format(Locale.ROOT, "%,d", (long) value)));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, at least 1: half descriptors there are none. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (int step : STEPS) {
            if (step * power >= least) {
                return step * power;
            }
        }
        return STEPS[STEPS.length - 1] * power;
    }
}
