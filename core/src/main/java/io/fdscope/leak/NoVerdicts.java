package io.fdscope.leak;

/** Where nothing is judged. */
final class NoVerdicts implements VerdictSource {
    @Override
    public Verdict latest() {
        return Verdict.NONE;
    }

    @Override
    public Verdict fresh() {
        return Verdict.NONE;
    }

    @Override
    public GarbageComparison collectGarbageAndCompare() {
        throw new UnsupportedOperationException("nothing is judged here, so there is nothing to compare");
    }

    @Override
    public void listen(LeakListener listener) {}

    @Override
    public void forget(LeakListener listener) {}
}
