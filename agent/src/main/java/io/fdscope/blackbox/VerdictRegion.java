package io.fdscope.blackbox;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictCut;
import io.fdscope.origin.TracingFacts;
import java.util.List;

/** The part of the file that the verdict fills. Rewritten once for each verdict, since wording one takes a while. */
final class VerdictRegion {
    private static final int ROOM_FOR_WORDS = Layout.AT_SUSPECTS - Layout.AT_VERDICT - Long.BYTES;
    private static final int ROOM_FOR_SUSPECTS = Layout.SIZE - Layout.AT_SUSPECTS - Long.BYTES;

    private final LeakSources leaks;
    private final Faults faults;
    private final List<Figure<TracingFacts>> figures = Figure.tracing();
    private final int firstFigure;
    private Verdict verdict = Verdict.NONE;
    private String words = "";
    private SuspectRows suspects = SuspectRows.NONE;
    private boolean changed = true;

    /** @param firstFigure how many figures stand before those of tracing */
    VerdictRegion(LeakSources leaks, Faults faults, int firstFigure) {
        this.leaks = leaks;
        this.faults = faults;
        this.firstFigure = firstFigure;
    }

    /** Words the latest verdict, if it is new. Before the write begins: what fails here leaves no half-written file. */
    @SuppressWarnings("ReferenceEquality") // A verdict is made once for each scan, and handed out until the next.
    void prepare() {
        Verdict latest = leaks.verdicts().latest();
        if (latest == verdict) { // By its parts it would take as long as all that is written each second.
            return;
        }
        verdict = latest;
        changed = true;
        try {
            words = new VerdictCut(leaks.words().apply(latest)).to(ROOM_FOR_WORDS);
            suspects = SuspectRows.fitting(latest, ROOM_FOR_SUSPECTS);
        } catch (RuntimeException e) {
            faults.record(Edge.BLACK_BOX, e);
        }
    }

    void write(BoxMemory memory) {
        if (changed) {
            changed = false;
            memory.figures(figures, verdict.tracing(), firstFigure, true);
            memory.text(Layout.AT_VERDICT, words, Layout.AT_SUSPECTS);
            memory.text(Layout.AT_SUSPECTS, suspects.text(), Layout.SIZE);
            memory.number(Layout.AT_LEFT_OUT, suspects.leftOut());
        }
    }
}
