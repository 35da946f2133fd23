package io.fdscope.origin;

/**
 * How much the ledger knows.
 *
 * @param enabled whether creations are traced now
 * @param sinceEpochMillis since when, milliseconds since 1970; 0 for never. Older sockets are "created before tracing"
 * @param created sockets that Java created since then
 * @param sampledOneIn one creation in so many has its stack kept, at the present rate; 1 is every one
 * @param lost creations of which nothing could be kept, for want of room
 * @param droppedWithoutClose sockets that the garbage collector closed since the start, as far as it was traced;
 *     −1 is unknown: nothing is traced now
 * @param heldAfterClose sockets that Java has closed and whose descriptor is still held; −1 is unknown likewise
 */
public record TracingFacts(
        boolean enabled,
        long sinceEpochMillis,
        long created,
        int sampledOneIn,
        long lost,
        long droppedWithoutClose,
        long heldAfterClose) {
    /** Nothing is traced, nor was. */
    public static final TracingFacts NONE = new TracingFacts(false, 0, 0, 1, 0, -1, -1);
}
