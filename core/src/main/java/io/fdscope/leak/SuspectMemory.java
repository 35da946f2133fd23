package io.fdscope.leak;

/**
 * What a judgement remembers of a suspect for the next one, beside what is seen of its site anyway. Immutable.
 *
 * @param state stands, or has been cleared
 * @param rule name of what spoke against it last
 * @param cause what is wrong with its sockets
 * @param peak most sockets that this was about
 * @param heldMillis when that held last, on the clock of the evidence
 * @param clearedMillis when it was cleared, on the same clock; of no meaning while it stands
 */
public record SuspectMemory(
        SuspectState state, String rule, SuspectCause cause, long peak, long heldMillis, long clearedMillis) {}
