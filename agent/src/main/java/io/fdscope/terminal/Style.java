package io.fdscope.terminal;

/** How a piece of text looks, whatever the terminal makes of it. Nothing is said by colour alone. */
public enum Style {
    PLAIN,
    FAINT,
    STRONG,
    CHOSEN,
    GREEN,
    ORANGE,
    RED,
    BLUE,
    CYAN,
    MAGENTA,
    MAGENTA_ON_GREEN,
    MAGENTA_ON_ORANGE,
    MAGENTA_ON_RED,
    ON_ORANGE,
    ON_RED
}
