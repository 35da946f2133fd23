package io.fdscope.jfr.dump;

/** Something that is tried again while it fails: at the next occasion, and then ever more rarely. Not thread safe. */
final class Attempts {
    private final int most;
    private int toPass;
    private int nextToPass;

    /** @param most occasions that pass between two attempts in the end */
    Attempts(int most) {
        this.most = most;
    }

    /** Whether to try at this occasion. */
    boolean isDue() {
        if (toPass > 0) {
            toPass--;
            return false;
        }
        toPass = nextToPass;
        nextToPass = Math.min(most, 2 * nextToPass + 1);
        return true;
    }

    /** What comes next begins anew. */
    void succeeded() {
        toPass = 0;
        nextToPass = 0;
    }
}
