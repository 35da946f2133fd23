package io.fdscope.jmx;

import io.fdscope.leak.GarbageComparison;
import io.fdscope.leak.GarbageEffect;
import io.fdscope.leak.GarbageText;
import java.util.List;

/** What a garbage collection closed, as a JMX client sees it. */
public final class GarbageOutcome {
    private final GarbageComparison comparison;

    GarbageOutcome(GarbageComparison comparison) {
        this.comparison = comparison;
    }

    /** The outcome in words, a line for each suspect. */
    public String getText() {
        return new GarbageText(comparison, ProcessHandle.current().pid()).lines();
    }

    /** Open descriptors before, as the kernel counts them. */
    public long getOpenCountBefore() {
        return comparison.before().reading().openCount();
    }

    /** Open descriptors after. */
    public long getOpenCountAfter() {
        return comparison.after().reading().openCount();
    }

    /** The suspects that stood before. */
    public List<CollectedSuspect> getSuspects() {
        return GarbageEffect.of(comparison).stream().map(CollectedSuspect::new).toList();
    }

    /** One suspect before and after. */
    public static final class CollectedSuspect {
        private final GarbageEffect effect;

        CollectedSuspect(GarbageEffect effect) {
            this.effect = effect;
        }

        /** As in {@link LeakSuspect}. */
        public String getCreationSite() {
            return effect.suspect().site().name();
        }

        /** As in {@link LeakSuspect}. */
        public String getCreationThread() {
            return effect.suspect().threadName();
        }

        /** Its open sockets before. */
        public long getOpenCountBefore() {
            return effect.openBefore();
        }

        /** Its open sockets after. */
        public long getOpenCountAfter() {
            return effect.openAfter();
        }

        /** Those that the collection closed: the program had dropped them without close. */
        public long getDroppedWithoutCloseCount() {
            return effect.closed();
        }

        /** {@code held}, {@code partlyDropped}, {@code dropped}; {@code unknown} where the JVM ignores requests. */
        public String getReachability() {
            return effect.reachability().label();
        }
    }
}
