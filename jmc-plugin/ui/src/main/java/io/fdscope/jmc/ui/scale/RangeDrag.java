package io.fdscope.jmc.ui.scale;

/**
 * A range being drawn out with the mouse.
 *
 * @param fromX where the button went down
 * @param toX where the pointer is
 */
public record RangeDrag(int fromX, int toX) {
    /** A hand that only clicks moves this much. */
    private static final int LEAST_PIXELS = 4;

    /** With the pointer somewhere else. */
    public RangeDrag to(int x) {
        return new RangeDrag(fromX, x);
    }

    /** Whether it is more than a click. */
    public boolean isRange() {
        return Math.abs(toX - fromX) >= LEAST_PIXELS;
    }
}
