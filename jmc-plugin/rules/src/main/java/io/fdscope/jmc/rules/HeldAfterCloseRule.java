package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.recording.RecordedSeries;
import io.fdscope.recording.StackText;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.TypedPreference;

/** Are there channels that Java has closed and whose descriptors are still held? */
public final class HeldAfterCloseRule extends CountRule {
    /** Sockets at the end of the recording that are worth knowing. */
    public static final TypedPreference<IQuantity> INFO =
            Limit.info("heldAfterClose", Texts.HELD_INFO, Figures.count(10));
    /** Sockets at the end of the recording that make a warning. */
    public static final TypedPreference<IQuantity> WARNING =
            Limit.warning("heldAfterClose", Texts.HELD_WARNING, Figures.count(100));

    /** For JMC. */
    public HeldAfterCloseRule() {
        super(
                "HeldAfterClose",
                new Words(Texts.HELD_NAME, Texts.HELD_NONE, Texts.HELD_SUMMARY, Texts.HELD_EXPLANATION),
                Topics.DESCRIPTORS,
                new Counted(
                        EventNames.FILE_DESCRIPTOR_USAGE,
                        RecordedSeries::usage,
                        FieldNames.HELD_AFTER_CLOSE_COUNT,
                        SuspectCounts::heldAfterClose,
                        SuspectCause.HELD_AFTER_CLOSE),
                new Limit(INFO, WARNING));
    }

    /** Where they were closed as well: that thread's selector has to select. */
    @Override
    List<String> lines(List<Culprit> culprits) {
        Stream<String> closed = culprits.stream()
                .map(culprit -> culprit.suspect().closingStack())
                .filter(stack -> !stack.isEmpty())
                .map(HeldAfterCloseRule::site)
                .distinct()
                .map(Texts.HELD_CLOSED_AT::of);
        return Stream.concat(super.lines(culprits).stream(), closed).toList();
    }

    private static String site(String stack) {
        return CreationSite.of(OpenedBy.SOCKET, StackText.read(stack).toArray(StackTraceElement[]::new))
                .name();
    }
}
