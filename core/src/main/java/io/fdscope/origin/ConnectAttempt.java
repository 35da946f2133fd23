package io.fdscope.origin;

/**
 * One try to connect a socket; of an accepted socket its remote end, connected at once.
 *
 * @param remote where to, or from
 * @param beganNanos when it began, on {@link System#nanoTime()}'s clock
 * @param durationNanos from the call to its outcome; −1 where it is under way
 * @param outcome what came of it
 * @param failure the exception's class and message; empty where none was thrown
 */
public record ConnectAttempt(RemoteEnd remote, long beganNanos, long durationNanos, Outcome outcome, String failure) {
    /** What came of it. */
    public enum Outcome {
        /** Not blocking, and not finished yet. */
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** One that begins now. */
    public static ConnectAttempt begun(RemoteEnd remote) {
        return new ConnectAttempt(remote, System.nanoTime(), -1, Outcome.PENDING, "");
    }

    /** One that was over as soon as it was made. */
    public static ConnectAttempt atOnce(RemoteEnd remote, Outcome outcome, String failure) {
        return new ConnectAttempt(remote, System.nanoTime(), 0, outcome, failure);
    }

    /** The same, over now. */
    public ConnectAttempt ended(Outcome how, String why) {
        return new ConnectAttempt(remote, beganNanos, Math.max(0, System.nanoTime() - beganNanos), how, why);
    }
}
