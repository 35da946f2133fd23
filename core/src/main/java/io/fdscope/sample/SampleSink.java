package io.fdscope.sample;

/** Takes every sample, on the sampling thread. What it throws is counted and goes no further; it must not block. */
@FunctionalInterface
public interface SampleSink {
    /** Takes one sample. */
    void accept(Sample sample);

    /** Comes about once a second where samples are further apart than that; for work that cannot wait for the next. */
    default void betweenSamples() {}
}
