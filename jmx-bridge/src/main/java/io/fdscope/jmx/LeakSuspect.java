package io.fdscope.jmx;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.leak.Reachability;
import io.fdscope.leak.Suspect;
import io.fdscope.origin.CreationSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A suspect as a JMX client sees it: in the answers of operations, and in notifications. */
public final class LeakSuspect {
    private final Suspect suspect;

    LeakSuspect(Suspect suspect) {
        this.suspect = suspect;
    }

    /** {@code com.example.Shop.pay(Shop.java:42)}; empty where it was created before tracing. */
    public String getCreationSite() {
        return suspect.site().name();
    }

    /** The creating stack, innermost frame first; empty where it was created before tracing. */
    public List<String> getStack() {
        return lines(suspect.site().stackText());
    }

    /** {@code socket}, {@code accept}, ...: how Java came by the sockets. */
    public String getOpenedBy() {
        return suspect.site().openedBy().label();
    }

    /** A thread that created some, the latest. */
    public String getCreationThread() {
        return suspect.threadName();
    }

    /** {@code standing} or {@code cleared}. */
    public String getState() {
        return suspect.state().label();
    }

    /** What is wrong with most of them, in words; completes "sockets were". */
    public String getCause() {
        return suspect.cause().text();
    }

    /** The same for tools: {@code neverConnected}, {@code closeWait}, ... */
    public String getCauseName() {
        return suspect.cause().label();
    }

    /** {@code unknown}, {@code dropped}. */
    public String getReachability() {
        return Reachability.of(suspect).label();
    }

    /** Sockets open now. */
    public long getOpenCount() {
        return suspect.counts().open();
    }

    /** How many the cause is about: of those open, or where it is {@code dropped} of those that were dropped. */
    public long getConcernedCount() {
        return suspect.involved();
    }

    /** Of these, in none of the kernel's tables. */
    public long getUnidentifiedSocketCount() {
        return suspect.counts().unidentified();
    }

    /** Of these, closed in Java. */
    public long getHeldAfterCloseCount() {
        return suspect.counts().heldAfterClose();
    }

    /** Open sockets by state, a key of SocketCountByState; no zeros. */
    public Map<String, Long> getCountByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SocketGroup group : SocketGroup.values()) {
            Long count = suspect.counts().byState().get(group);
            if (count != null) {
                counts.put(group.label(), count);
            }
        }
        return counts;
    }

    /** Closed by the garbage collector since tracing began. */
    public long getDroppedWithoutCloseCount() {
        return suspect.counts().droppedWithoutClose();
    }

    /** Created since tracing began. */
    public long getCreatedCount() {
        return suspect.counts().created();
    }

    /** Whether the counts are scaled up from a sample. */
    public boolean isEstimated() {
        return suspect.counts().estimated();
    }

    /** Age of the oldest open one in milliseconds; −1 is unknown. */
    public long getOldestAgeMillis() {
        return suspect.oldestAgeMillis();
    }

    /** Sockets a minute; NaN is unknown. */
    public double getGrowthPerMinute() {
        return suspect.growthPerMinute();
    }

    /** Remote ends as the program gave them, with how many are open to each; the most frequent first, at most 10. */
    public Map<String, Long> getEndpoints() {
        return suspect.endpoints();
    }

    /** Of those held after close: where Java closed them, innermost frame first. */
    public List<String> getClosingStack() {
        return lines(suspect.closingStack());
    }

    /** How a person calls it, in a message of one line. */
    String title() {
        CreationSite site = suspect.site();
        return site.frames().isEmpty() ? "sockets created before tracing" : "sockets created at " + site.name();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
