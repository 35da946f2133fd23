package io.fdscope.leak;

import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Trend;
import java.util.List;

/**
 * What was seen of the process at one moment. Immutable.
 *
 * @param millis the moment, on the clock of the sites' histories
 * @param reading the figures of the moment
 * @param trend growth and forecast, from the timeline
 * @param unidentified unidentified sockets in all; −1 is unknown
 * @param unattributed of these, those whose creation is not known; −1 is unknown
 * @param sites every site with open or dropped sockets; none where no scan has been possible
 * @param tracing how much the ledger knew
 */
public record Evidence(
        long millis,
        Reading reading,
        Trend trend,
        long unidentified,
        long unattributed,
        List<SiteEvidence> sites,
        TracingFacts tracing) {
    /** Copies. */
    public Evidence {
        sites = List.copyOf(sites);
    }
}
