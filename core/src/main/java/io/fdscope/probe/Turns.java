package io.fdscope.probe;

/** Which numbers are due in a scan for what is too costly to do to all of them: one in {@value #COUNT}, in turn. */
final class Turns {
    static final int COUNT = 16;

    private int turn;
    private boolean isFirst = true;

    /** Whether no scan has come to its end yet: what another probe has left in the table is not to be trusted. */
    boolean isFirst() {
        return isFirst;
    }

    void startScan() {
        turn = (turn + 1) % COUNT;
    }

    boolean isDue(int number) {
        return number % COUNT == turn;
    }

    /** Whether it is due in every second scan. */
    boolean isDueByHalf(int number) {
        return ((number ^ turn) & 1) == 0;
    }

    void endScan() {
        isFirst = false;
    }
}
