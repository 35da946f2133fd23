package io.fdscope.leak;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.GivenName;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words for one suspect. */
record SuspectText(Suspect suspect) {
    private static final String UNTRACED = "created before tracing began, or by native code";

    /** {@code sockets that were created at X by thread T}. */
    String origin() {
        return kind() + " that were " + where();
    }

    /** {@code sockets that were created at X by thread T, never connected, and not closed}. */
    String clause() {
        String fault = fault();
        return origin() + (fault.startsWith("not ") ? ", and " : ", ") + fault;
    }

    /** The site alone, or that it is not known. */
    String name() {
        return isTraced() ? suspect.site().name() + ", " + thread() : UNTRACED;
    }

    /** How many sockets the cause is about. */
    Amount about() {
        return new Amount(suspect.concerned());
    }

    /** {@code about }, where the counts are estimates. */
    String roughly() {
        return suspect.counts().estimated() ? "about " : "";
    }

    boolean isTraced() {
        return !suspect.site().frames().isEmpty();
    }

    private String kind() {
        if (!isTraced()) {
            return "sockets";
        }
        return switch (suspect.site().openedBy()) {
            case SOCKET, ACCEPT -> "sockets";
            case SERVER_SOCKET -> "server sockets";
            case DATAGRAM -> "datagram sockets";
            case UNIX, UNIX_ACCEPT -> "unix-domain sockets";
        };
    }

    private String where() {
        if (!isTraced()) {
            return UNTRACED;
        }
        return (isAccepted() ? "accepted" : "created") + " at " + suspect.site().name() + " by " + thread();
    }

    private boolean isAccepted() {
        OpenedBy by = suspect.site().openedBy();
        return by == OpenedBy.ACCEPT || by == OpenedBy.UNIX_ACCEPT;
    }

    private String thread() {
        return suspect.threadName().isEmpty()
                ? "a thread without a name"
                : "thread " + new GivenName(suspect.threadName()).oneLine();
    }

    /** {@code never connected, and not closed}. */
    String fault() {
        return switch (suspect.cause()) {
            case NEVER_CONNECTED -> "never connected, and not closed";
            case BOUND_ONLY -> "bound but never connected, and not closed";
            case CONNECT_FAILED -> "not closed after their connect had failed";
            case RESET -> "not closed after the connection was reset or timed out";
            case CONNECTION_OVER -> "not closed after the connection was over";
            case CLOSE_WAIT -> "not closed after the remote end had closed";
            case HALF_CLOSED -> "shut down for output, but not closed";
            case HELD_AFTER_CLOSE -> "closed in Java, but held by a selector that has not selected since";
            case ACCEPTED_NOT_CLOSED,
                    CONNECTED_NOT_CLOSED,
                    LISTENING_NOT_CLOSED,
                    DATAGRAM_NOT_CLOSED,
                    UNIX_NOT_CLOSED -> "more and more of them, and not closed";
            case DROPPED -> "dropped without close, and left to the garbage collector";
            case UNKNOWN -> "not closed";
        };
    }

    /** What is known of it, a line each. */
    List<String> evidence() {
        List<String> lines = new ArrayList<>();
        lines.add(counts());
        if (suspect.counts().heldAfterClose() > 0) {
            lines.add(new Amount(suspect.counts().heldAfterClose()) + " closed in Java, their descriptors still held");
        }
        if (suspect.counts().droppedWithoutClose() > 0) {
            lines.add("the garbage collector has closed " + roughly()
                    + new Amount(suspect.counts().droppedWithoutClose())
                    + " of them: the program drops them without close");
        }
        if (!suspect.endpoints().isEmpty()) {
            lines.add((isAccepted() ? "from " : "to ") + endpoints());
        }
        return lines;
    }

    private String counts() {
        SuspectCounts counts = suspect.counts();
        StringBuilder line =
                new StringBuilder(roughly()).append(new Amount(counts.open())).append(" open");
        if (!counts.byState().isEmpty()) {
            line.append(" (").append(states()).append(')');
        }
        if (suspect.oldestAgeMillis() >= 0) {
            line.append(", the oldest for ").append(Span.ofMillis(suspect.oldestAgeMillis()));
        }
        if (isTraced()) {
            line.append("; ").append(new Amount(counts.created())).append(" created so far");
        }
        long growth = Math.round(suspect.growthPerMinute()); // 0 where it is unknown
        if (growth > 0) {
            line.append("; ").append(new Amount(growth)).append(" more a minute");
        }
        return line.toString();
    }

    private String states() {
        return suspect.counts().byState().entrySet().stream()
                .sorted(Map.Entry.<SocketGroup, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Amount(each.getValue()) + " " + name(each.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String name(SocketGroup group) {
        return switch (group) {
            case UNIDENTIFIED -> "unidentified";
            case UDP_BOUND -> "UDP bound";
            case UDP_UNBOUND -> "UDP unbound";
            case UNIX -> "unix-domain";
            case OTHER -> "other";
            default -> group.name();
        };
    }

    private String endpoints() {
        return suspect.endpoints().entrySet().stream()
                .map(each -> new GivenName(each.getKey()).oneLine() + " (" + new Amount(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** What its author has to change. */
    String remedy(TracingFacts tracing) {
        if (!isTraced()) {
            return tracing.enabled()
                    ? "Find who leaks: what Java creates from now on is traced, so a leak that goes on names its line"
                    : "Find who leaks: have creations traced, by the agent and with TraceEnabled; then a leak that goes on"
                            + " names its line";
        }
        return switch (suspect.cause()) {
            case NEVER_CONNECTED, BOUND_ONLY, CONNECT_FAILED ->
                "Close the socket when an option, bind or connect fails: in finally, or try-with-resources" + there();
            case RESET, CONNECTION_OVER, CLOSE_WAIT ->
                "Close the socket when it has ended or failed, in finally or try-with-resources" + there()
                        + "; a pool has to evict what is idle";
            case HALF_CLOSED -> "After shutdownOutput close the socket as well, also when no answer comes" + there();
            case HELD_AFTER_CLOSE ->
                "After close of a channel that is registered with a selector, have the selector select: selectNow, or"
                        + " wakeup where a thread waits in it";
            case ACCEPTED_NOT_CLOSED,
                    CONNECTED_NOT_CLOSED,
                    LISTENING_NOT_CLOSED,
                    DATAGRAM_NOT_CLOSED,
                    UNIX_NOT_CLOSED ->
                "Close the socket when it is done with, in finally or try-with-resources" + there()
                        + ". If they are in use (clients that stay, a pool that still fills), it is load and no leak";
            case DROPPED, UNKNOWN -> "Close the socket in finally, or try-with-resources" + there();
        };
    }

    private String there() {
        return ", at " + suspect.site().name();
    }
}
