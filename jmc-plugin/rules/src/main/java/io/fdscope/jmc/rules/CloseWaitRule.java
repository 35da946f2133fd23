package io.fdscope.jmc.rules;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.event.EventNames;
import io.fdscope.leak.SuspectCause;
import io.fdscope.recording.RecordedSeries;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.TypedPreference;

/** Do connections pile up that the remote end has closed, and the program has not? */
public final class CloseWaitRule extends CountRule {
    /** Sockets at the end of the recording that are worth knowing. */
    public static final TypedPreference<IQuantity> INFO =
            Limit.info("closeWait", Texts.CLOSE_WAIT_INFO, Figures.count(20));
    /** Sockets at the end of the recording that make a warning. */
    public static final TypedPreference<IQuantity> WARNING =
            Limit.warning("closeWait", Texts.CLOSE_WAIT_WARNING, Figures.count(100));

    /** For JMC. */
    public CloseWaitRule() {
        super(
                "CloseWait",
                new Words(
                        Texts.CLOSE_WAIT_NAME,
                        Texts.CLOSE_WAIT_NONE,
                        Texts.CLOSE_WAIT_SUMMARY,
                        Texts.CLOSE_WAIT_EXPLANATION),
                Topics.SOCKET_STATES,
                new Counted(
                        EventNames.SOCKET_STATES,
                        RecordedSeries::states,
                        SocketGroup.CLOSE_WAIT.label(),
                        counts -> counts.byState().getOrDefault(SocketGroup.CLOSE_WAIT, 0L),
                        SuspectCause.CLOSE_WAIT),
                new Limit(INFO, WARNING));
    }
}
