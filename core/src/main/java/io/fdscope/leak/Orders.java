package io.fdscope.leak;

import io.fdscope.procfs.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** What is to be done now about a verdict, the most urgent first. */
record Orders(Verdict verdict, long pid) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (isUrgent()) {
            lines.add(moreRoom());
        }
        if (anyOpen(dropped -> dropped > 0)) {
            lines.add("A garbage collection closes what the program has dropped: jcmd " + pid
                    + " GC.run; option relief=gc does so when it gets tight");
        } else if (anyOpen(dropped -> dropped == 0)) {
            lines.add("Whether the program still holds them, a garbage collection tells, for it closes what is dropped:"
                    + " collectGarbageAndCompare in the MXBean, or jcmd " + pid + " GC.run");
        }
        verdict.standing().stream()
                .map(suspect -> new SuspectText(suspect).remedy(verdict.tracing()))
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private boolean anyOpen(LongPredicate dropped) {
        return verdict.standing().stream()
                .filter(suspect -> suspect.cause() != SuspectCause.HELD_AFTER_CLOSE)
                .map(Suspect::counts)
                .anyMatch(counts -> counts.open() > 0 && dropped.test(counts.droppedWithoutClose()));
    }

    private boolean isUrgent() {
        long soft = verdict.reading().limits().soft();
        return verdict.level() == VerdictLevel.EXHAUSTING && soft > 0 && soft != Limits.UNLIMITED;
    }

    /** Up to the hard limit anybody may raise the soft one of his own process; the kernel takes it at once. */
    private String moreRoom() {
        Limits limits = verdict.reading().limits();
        long wanted = 2 * limits.soft();
        if (limits.hard() >= wanted) {
            return "To buy time: prlimit --pid " + pid + " --nofile=" + wanted + ":";
        }
        return "To buy time, as root: prlimit --pid " + pid + " --nofile=" + wanted + ":" + wanted;
    }
}
