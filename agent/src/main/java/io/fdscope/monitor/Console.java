package io.fdscope.monitor;

/** The one way in which we speak to the user of a host process: a line on stderr. */
public final class Console {
    private Console() {}

    /** Prints one line. */
    public static void say(String line) {
        System.err.println("fdscope: " + line);
    }
}
