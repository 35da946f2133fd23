package io.fdscope.origin;

/**
 * One try to connect a socket; of an accepted socket its remote end, connected at once.
 *
 * @param host as the application gave it, name or address, never looked up; empty where it gave none; the path of a
 *     unix-domain socket
 * @param address the address in numbers; empty where unresolved
 * @param port 0 to 65,535; 0 where there is none
 * @param durationNanos from the call to its outcome; −1 where it is under way
 * @param outcome what came of it
 * @param failure the exception's class and message; empty where none was thrown
 */
public record ConnectAttempt(
        String host, String address, int port, long durationNanos, Outcome outcome, String failure) {
    /** What came of it. */
    public enum Outcome {
        /** Not blocking, and not finished yet. */
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** {@code db-1:3306}, or the path of a unix-domain socket. */
    public String endpoint() {
        String name = host.isEmpty() ? address : host;
        return port == 0 ? name : name + ":" + port;
    }
}
