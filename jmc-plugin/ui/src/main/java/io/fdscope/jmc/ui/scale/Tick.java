package io.fdscope.jmc.ui.scale;

/**
 * A mark on an axis.
 *
 * @param value where it is, in the axis's unit
 * @param label what stands at it
 */
public record Tick(double value, String label) {}
