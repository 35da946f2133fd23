package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.recording.RecordedSeries;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.TypedPreference;

/** Are there sockets that are in none of the kernel's tables? */
public final class UnidentifiedSocketsRule extends CountRule {
    /** Sockets at the end of the recording that are worth knowing. */
    public static final TypedPreference<IQuantity> INFO =
            Limit.info("unidentifiedSockets", Texts.UNIDENTIFIED_INFO, Figures.count(10));
    /** Sockets at the end of the recording that make a warning. */
    public static final TypedPreference<IQuantity> WARNING =
            Limit.warning("unidentifiedSockets", Texts.UNIDENTIFIED_WARNING, Figures.count(100));

    /** For JMC. */
    public UnidentifiedSocketsRule() {
        super(
                "UnidentifiedSockets",
                new Words(
                        Texts.UNIDENTIFIED_NAME,
                        Texts.UNIDENTIFIED_NONE,
                        Texts.UNIDENTIFIED_SUMMARY,
                        Texts.UNIDENTIFIED_EXPLANATION),
                Topics.UNIDENTIFIED_SOCKETS,
                new Counted(
                        EventNames.FILE_DESCRIPTOR_USAGE,
                        RecordedSeries::usage,
                        FieldNames.UNIDENTIFIED_SOCKET_COUNT,
                        SuspectCounts::unidentified,
                        SuspectCause.UNKNOWN),
                new Limit(INFO, WARNING));
    }
}
