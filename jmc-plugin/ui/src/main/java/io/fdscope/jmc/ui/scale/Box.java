package io.fdscope.jmc.ui.scale;

/**
 * A part of the drawing, in pixels; its edges belong to it.
 *
 * @param left its first column
 * @param top its first row
 * @param right its last column, not before the first
 * @param bottom its last row
 */
public record Box(int left, int top, int right, int bottom) {
    /** Makes it at least a pixel wide and high. */
    public Box {
        right = Math.max(left, right);
        bottom = Math.max(top, bottom);
    }

    /** Columns beyond the first. */
    public int width() {
        return right - left;
    }

    /** Rows beyond the first. */
    public int height() {
        return bottom - top;
    }

    /** Whether a pixel is in it. */
    public boolean holds(int x, int y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /**
     * Where a box of such a size goes next to a pixel of this one: to its right and below, or to the other side where it
     * would stick out, and within this one if it fits at all.
     */
    public Box beside(int x, int y, int distance, int boxWidth, int boxHeight) {
        int at = x + distance + boxWidth <= right ? x + distance : x - distance - boxWidth;
        int down = y + distance + boxHeight <= bottom ? y + distance : y - distance - boxHeight;
        int boxLeft = Math.max(left, Math.min(at, right - boxWidth));
        int boxTop = Math.max(top, Math.min(down, bottom - boxHeight));
        return new Box(boxLeft, boxTop, boxLeft + boxWidth, boxTop + boxHeight);
    }
}
