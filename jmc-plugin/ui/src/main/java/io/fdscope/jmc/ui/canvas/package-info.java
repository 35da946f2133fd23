/** The chart on the screen: draws what {@code chart} holds, and tells it what mouse and keyboard do. */
package io.fdscope.jmc.ui.canvas;
