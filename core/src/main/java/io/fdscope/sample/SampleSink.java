package io.fdscope.sample;

/** Takes every sample, on the sampling thread. What it throws is counted and goes no further; it must not block. */
@FunctionalInterface
public interface SampleSink {
    /** Takes one sample. */
    void accept(Sample sample);
}
