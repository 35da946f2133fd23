package io.fdscope.examples.incident;

/**
 * How far and how fast the service falls.
 *
 * @param limit descriptors that the service may have
 * @param pauseMillis that the pool waits after a failed connection
 */
record DemoSettings(int limit, int pauseMillis) {
    /** A connection attempt takes about 2 ms beside the pause, so that 4,096 descriptors last about 40 s. */
    private static final DemoSettings FOR_THE_SHOW = new DemoSettings(4096, 8);

    /** The defaults, or what a test sets as system properties. */
    static DemoSettings fromProperties() {
        return new DemoSettings(
                Integer.getInteger("fdscope.demo.limit", FOR_THE_SHOW.limit),
                Integer.getInteger("fdscope.demo.pauseMillis", FOR_THE_SHOW.pauseMillis));
    }
}
