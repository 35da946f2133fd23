package io.fdscope.leak;

import io.fdscope.origin.CreationSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** All suspects, those that the verdict has no room for, too. */
    List<Suspect> suspects() {
        return records.stream().map(SuspectRecord::suspect).toList();
    }

    /** What the next one needs of it, by site; with that {@link LeakAnalysis#resume} goes on in another process. */
    public Map<CreationSite, SuspectMemory> memories() {
        Map<CreationSite, SuspectMemory> memories = new HashMap<>();
        records.forEach(each -> memories.put(each.suspect().site(), each.memory()));
        return memories;
    }
}
