package io.fdscope.recording;

import io.fdscope.leak.Evidence;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictText;

/**
 * A verdict on what was recorded, with what it takes to word it. Immutable.
 *
 * @param scanNumber of the scan that was judged
 * @param scanned false where the sockets could not be looked at: then no site is in the evidence
 * @param evidence what it rests on
 * @param verdict what is to be said
 * @param processIdentifier of the process; −1 is unknown
 * @param missingHooks how many tracing points its JDK lacks
 * @param leftOut sites that the recording has no room for
 */
public record ReplayedVerdict(
        long scanNumber,
        boolean scanned,
        Evidence evidence,
        Verdict verdict,
        long processIdentifier,
        int missingHooks,
        long leftOut) {
    /** Words it as the process itself did. */
    public VerdictText words() {
        return new VerdictText(processIdentifier, () -> missingHooks);
    }

    /** The moment of the scan, milliseconds since 1970. */
    public long epochMillis() {
        return evidence.reading().epochMillis();
    }
}
