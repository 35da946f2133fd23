package io.fdscope.leak;

/**
 * One judgement with all that it rests on: who keeps that can judge again. Immutable.
 *
 * @param scanNumber of the scan that was judged, from 1
 * @param scanned false where the sockets could not be looked at, so that the suspects are those of before
 * @param evidence what was seen
 * @param thresholds what it took to be a suspect
 * @param judgement what came of it
 */
public record Judged(
        long scanNumber, boolean scanned, Evidence evidence, LeakThresholds thresholds, Judgement judgement) {}
