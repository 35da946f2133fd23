package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.recording.Completeness;
import io.fdscope.recording.RecordingContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** Has fdscope itself failed, or has the recording lost what it should hold? */
public final class MonitorRule extends DescriptorRule {
    private static final double FAULTS = 60;
    private static final double GAPS = 40;
    private static final double RATES = 10;

    /** For JMC. */
    public MonitorRule() {
        super("MonitorFaults", Texts.MONITOR_NAME, Topics.DESCRIPTORS, List.of(), Results.COUNT, Results.FAILURE);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Need> need = Need.setting(content, EventNames.MONITOR_FAULT);
        if (need.isPresent()) {
            return assessment.notApplicable(need.get());
        }
        Completeness complete = Completeness.in(content);
        long faults =
                content.faults().values().stream().mapToLong(Long::longValue).sum();
        assessment.withCount(Results.COUNT, faults);
        if (faults == 0 && complete.gaps().isEmpty() && complete.rates().isEmpty()) {
            return assessment.fine(Texts.MONITOR_NONE.of(), Paragraph.NONE);
        }
        return result(content, complete, faults, assessment);
    }

    private static IResult result(RecordingContent content, Completeness complete, long faults, Assessment assessment) {
        List<String> lines = Stream.of(
                        content.faults().entrySet().stream().map(MonitorRule::line),
                        complete.gaps().stream(),
                        complete.rates().stream())
                .flatMap(each -> each)
                .toList();
        content.faults().keySet().stream()
                .findFirst()
                .ifPresent(first -> assessment.with(Results.FAILURE, first.text()));
        Paragraph explanation = new Paragraph(Texts.MONITOR_EXPLANATION.of(), lines);
        Paragraph solution = Paragraph.of(Texts.MONITOR_SOLUTION.of());
        if (faults > 0) {
            return assessment.result(FAULTS, Texts.MONITOR_FAULTS.of(faults), explanation, solution);
        }
        return complete.gaps().isEmpty()
                ? assessment.result(RATES, Texts.MONITOR_RATES.of(), explanation, Paragraph.NONE)
                : assessment.result(GAPS, Texts.MONITOR_GAPS.of(), explanation, solution);
    }

    private static String line(Map.Entry<RecordingContent.Fault, Long> fault) {
        return Texts.MONITOR_FAULT_LINE.of(fault.getKey().edge(), fault.getKey().text(), fault.getValue());
    }
}
