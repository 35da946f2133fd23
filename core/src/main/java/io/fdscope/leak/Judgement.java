package io.fdscope.leak;

import java.util.List;

/** A verdict, and what the next one needs of it. Immutable. */
public final class Judgement {
    /** Before the first. */
    public static final Judgement NONE = new Judgement(Verdict.NONE, List.of());

    private final Verdict verdict;
    private final List<SuspectRecord> records;

    Judgement(Verdict verdict, List<SuspectRecord> records) {
        this.verdict = verdict;
        this.records = List.copyOf(records);
    }

    /** The verdict. */
    public Verdict verdict() {
        return verdict;
    }

    List<SuspectRecord> records() {
        return records;
    }
}
