package io.fdscope.leak;

import io.fdscope.descriptor.SocketGroup;
import java.util.Map;

/**
 * How many of a suspect's sockets there are. Estimated where creations are sampled.
 *
 * @param open now open, whatever their state
 * @param unidentified of these, in none of the kernel's tables
 * @param heldAfterClose of these, closed in Java and still held
 * @param byState of these, by state; no zeros
 * @param droppedWithoutClose closed by the garbage collector since tracing began
 * @param created since tracing began
 * @param estimated whether they are scaled up from a sample
 */
public record SuspectCounts(
        long open,
        long unidentified,
        long heldAfterClose,
        Map<SocketGroup, Long> byState,
        long droppedWithoutClose,
        long created,
        boolean estimated) {
    /** Copies. */
    public SuspectCounts {
        byState = Map.copyOf(byState);
    }

    /** Whether the state of a socket shows what the cause says. */
    static boolean showsInAState(SuspectCause cause) {
        return switch (cause) {
            case NEVER_CONNECTED,
                    BOUND_ONLY,
                    CONNECT_FAILED,
                    RESET,
                    CONNECTION_OVER,
                    HELD_AFTER_CLOSE,
                    CLOSE_WAIT,
                    HALF_CLOSED -> true;
            default -> false;
        };
    }

    /** How many of those open show what the cause says; all of them where none does. */
    long concernedBy(SuspectCause cause) {
        long concerned = switch (cause) {
            case NEVER_CONNECTED, BOUND_ONLY, CONNECT_FAILED, RESET, CONNECTION_OVER -> unidentified;
            case HELD_AFTER_CLOSE -> heldAfterClose;
            case CLOSE_WAIT -> inState(SocketGroup.CLOSE_WAIT);
            case HALF_CLOSED -> inState(SocketGroup.FIN_WAIT_ONE) + inState(SocketGroup.FIN_WAIT_TWO);
            default -> open;
        };
        return concerned == 0 ? open : concerned;
    }

    private long inState(SocketGroup group) {
        return byState.getOrDefault(group, 0L);
    }
}
