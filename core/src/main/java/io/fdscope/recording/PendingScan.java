package io.fdscope.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What has come so far of one scan. Bounded by what a scan may have. */
final class PendingScan {
    private static final int MOST_SITES = 2000;

    private final Map<Long, RecordedCounts> counts = new HashMap<>();
    private final Map<Long, RecordedSite> sites = new HashMap<>();
    private Optional<RecordedScan> scan = Optional.empty();

    void add(RecordedCounts site) {
        if (counts.size() < MOST_SITES) {
            counts.put(site.siteNumber(), site);
        }
    }

    void add(RecordedSite site) {
        if (sites.size() < MOST_SITES) {
            sites.put(site.number(), site);
        }
    }

    void add(RecordedScan whole) {
        scan = Optional.of(whole);
    }

    /** Whether this is the scan of that number of another fdscope. */
    boolean isOther(RecordedScan same) {
        return scan.filter(known -> known.epochMillis() != same.epochMillis()).isPresent();
    }

    /** Empty while only sites of it have come. */
    Optional<RecordedScan> scan() {
        return scan;
    }

    /** By number of the site. */
    Map<Long, RecordedCounts> counts() {
        return counts;
    }

    /** Those that are described with this scan, by number. */
    Map<Long, RecordedSite> sites() {
        return sites;
    }

    long rows() {
        return (long) counts.size() + sites.size();
    }
}
