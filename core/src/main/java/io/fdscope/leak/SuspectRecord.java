package io.fdscope.leak;

/**
 * A suspect and what has to be remembered of it from one judgement to the next. Immutable.
 *
 * @param suspect as of the last judgement
 * @param rule what spoke against it last
 * @param peak most sockets that this was about
 * @param heldMillis when that held last, on the clock of the evidence
 * @param clearedMillis when it was cleared; of no meaning while it stands
 */
record SuspectRecord(Suspect suspect, LeakRule rule, long peak, long heldMillis, long clearedMillis) {
    boolean isStanding() {
        return suspect.state() == SuspectState.STANDING;
    }

    SuspectMemory memory() {
        return new SuspectMemory(suspect.state(), rule.name(), suspect.cause(), peak, heldMillis, clearedMillis);
    }
}
