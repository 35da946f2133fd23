package io.fdscope.soak;

/**
 * How to leak.
 *
 * @param threads that leak
 * @param pauseMillis that each takes between two sockets; 0 for none
 * @param seconds to stay at exhaustion
 */
record SoakKind(int threads, long pauseMillis, long seconds) {
    @Override
    public String toString() {
        return threads
                + (threads == 1 ? " thread, " : " threads, ")
                + (pauseMillis == 0 ? "tight" : "a socket each " + pauseMillis + " ms");
    }
}
