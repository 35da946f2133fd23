package io.fdscope.recording;

import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SitePoint;
import io.fdscope.origin.CreationSite;
import java.util.List;

/**
 * The sockets of one site: when they were created, and when those were that are open at the end.
 *
 * <p>When a socket was closed is not recorded; how many of the site are open is, at each scan. Where fewer are, the latest
 * are taken to be closed: so it is with connections that come and go above a leak, whose sockets stay.
 */
public final class SiteCreations {
    private CreationSite site;
    private final BucketCounts created;
    private final BucketCounts stillOpen;
    private long openBefore;
    private long open;
    private long createdBefore = -1;
    private long createdSince;
    private boolean judged;

    SiteCreations(CreationSite site, TimeBuckets buckets) {
        this.site = site;
        created = new BucketCounts(buckets);
        stillOpen = new BucketCounts(buckets);
    }

    void created(long epochMillis) {
        created.add(epochMillis, 1);
    }

    void seen(ReplayedVerdict verdict, SiteEvidence evidence) {
        site = evidence.site();
        long millis = verdict.epochMillis();
        if (!judged) {
            before(evidence);
            judged = true;
        }
        open(evidence.counts().open(), millis);
        long count = evidence.counts().created();
        createdSince += createdBefore < 0 ? 0 : Math.max(0, count - createdBefore);
        createdBefore = count;
    }

    /** What was open at the scan before the first of the recording is older; so is what was created before tracing. */
    private void before(SiteEvidence evidence) {
        List<SitePoint> history = evidence.history();
        long untraced = site.frames().isEmpty() ? evidence.counts().open() : 0;
        openBefore = history.size() > 1 ? history.get(history.size() - 2).open() : untraced;
        open = openBefore;
    }

    /** A scan does not tell of it: then it has at most so many open. */
    void notTold(long most) {
        open(Math.min(open, most), 0);
    }

    private void open(long now, long millis) {
        if (now > open) {
            stillOpen.add(millis, now - open);
        } else {
            openBefore = Math.max(0, openBefore - stillOpen.removeLatest(open - now));
        }
        open = Math.max(0, now);
    }

    /** The place, with the stack of the first of its creations. */
    public CreationSite site() {
        return site;
    }

    /** By events SocketOpened. */
    public BucketCounts created() {
        return created;
    }

    /** In all, by events, or by what the process counted from scan to scan where that is more. */
    public long createdCount() {
        return Math.max(created.total(), createdSince);
    }

    /** By the time of creation, those that are open at the last scan; meaningless if none was judged. */
    public BucketCounts stillOpen() {
        return stillOpen;
    }

    /** Of those open at the last scan, those that are older than the recording. */
    public long openBefore() {
        return openBefore;
    }

    /** How many were open at the last scan. */
    public long open() {
        return open;
    }

    /** Whether any scan has told of the site, so that what is open still is known. */
    public boolean isJudged() {
        return judged;
    }
}
