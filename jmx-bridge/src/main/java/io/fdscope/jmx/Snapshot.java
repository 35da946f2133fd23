package io.fdscope.jmx;

/** The counts as of one scan, consistent with each other: limits and kernel figures were read with it. */
public interface Snapshot extends DescriptorCounts {
    @Described(value = "How long ago the scan began; -1 before the first.", units = "ms")
    double getAgeMillis();

    @Described(value = "When the scan began, milliseconds since 1970; -1 before the first.", units = "ms")
    long getEpochMillis();

    @Described(value = "Which scan it was: 1 for the first since start, 0 before it.", units = "scans")
    long getScanNumber();
}
