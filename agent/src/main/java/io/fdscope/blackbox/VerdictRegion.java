package io.fdscope.blackbox;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.Verdict;
import io.fdscope.origin.TracingFacts;
import io.fdscope.row.RowText;
import java.util.List;

/** The part of the file that the verdict fills. Rewritten once for each verdict, since wording one takes a while. */
final class VerdictRegion {
    /** What fits into the region, but for the letters of some alphabets. */
    static final int MOST_CHARACTERS = Layout.AT_SUSPECTS - Layout.AT_VERDICT - 200;

    static final String CUT = "\n(There is more: ask by JMX.)\n";

    private final LeakSources leaks;
    private final Faults faults;
    private final List<Figure<TracingFacts>> figures = Figure.tracing();
    private final int firstFigure;
    private Verdict verdict = Verdict.NONE;
    private String words = "";
    private String suspects = "";
    private boolean changed = true;

    /** @param firstFigure how many figures stand before those of tracing */
    VerdictRegion(LeakSources leaks, Faults faults, int firstFigure) {
        this.leaks = leaks;
        this.faults = faults;
        this.firstFigure = firstFigure;
    }

    /** Words the latest verdict, if it is new. Before the write begins: what fails here leaves no half-written file. */
    void prepare() {
        Verdict latest = leaks.verdicts().latest();
        if (latest.reading().equals(verdict.reading())) {
            return;
        }
        verdict = latest;
        changed = true;
        try {
            words = cut(leaks.words().apply(latest));
            suspects = RowText.write(SuspectRows.of(latest));
        } catch (RuntimeException e) {
            faults.record(Edge.BLACK_BOX, e);
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + CUT;
    }

    void write(BoxMemory memory) {
        if (changed) {
            changed = false;
            memory.figures(figures, verdict.tracing(), firstFigure);
            memory.text(Layout.AT_VERDICT, words, Layout.AT_SUSPECTS);
            memory.text(Layout.AT_SUSPECTS, suspects, Layout.SIZE);
        }
    }
}
