package io.fdscope.leak;

import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Trend;
import java.util.List;

/**
 * What is to be said about the process at one moment: data only, VerdictText words it. Immutable.
 *
 * @param level where it is going
 * @param reading the figures it rests on
 * @param trend growth and forecast
 * @param unidentified unidentified sockets in all; −1 is unknown
 * @param unattributed of these, those whose creation is not known
 * @param suspects those that stand first, by open sockets, then those cleared lately; at most 100
 * @param tracing how much the ledger knew
 */
public record Verdict(
        VerdictLevel level,
        Reading reading,
        Trend trend,
        long unidentified,
        long unattributed,
        List<Suspect> suspects,
        TracingFacts tracing) {
    /** Nothing has been seen. */
    public static final Verdict NONE =
            new Verdict(VerdictLevel.UNKNOWN, Reading.NONE, Trend.UNKNOWN, -1, -1, List.of(), TracingFacts.NONE);

    /** Copies. */
    public Verdict {
        suspects = List.copyOf(suspects);
    }

    /** The suspects that stand. */
    public List<Suspect> standing() {
        return suspects.stream()
                .filter(suspect -> suspect.state() == SuspectState.STANDING)
                .toList();
    }
}
