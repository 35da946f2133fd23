package io.fdscope.jmc.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** A recording as JMC's own engine judges it, by our rules as it finds them. */
record Evaluation(Map<String, IResult> byId) {
    private static final String PREFIX = "io.fdscope.jmc.";
    private static final int THREADS = 4;

    static Evaluation of(Path recording)
            throws IOException, CouldNotLoadRecordingException, ExecutionException, InterruptedException {
        return of(JfrLoaderToolkit.loadEvents(recording.toFile()), IPreferenceValueProvider.DEFAULT_VALUES);
    }

    static Evaluation of(IItemCollection items, IPreferenceValueProvider preferences)
            throws ExecutionException, InterruptedException {
        Map<IRule, Future<IResult>> futures =
                RulesToolkit.evaluateParallel(RuleRegistry.getRules(), items, preferences, THREADS);
        Map<String, IResult> byId = new LinkedHashMap<>();
        for (Map.Entry<IRule, Future<IResult>> each : futures.entrySet()) {
            if (each.getKey().getId().startsWith(PREFIX)) {
                byId.put(
                        each.getKey().getId().substring(PREFIX.length()),
                        each.getValue().get());
            }
        }
        return new Evaluation(byId);
    }

    IResult of(String id) {
        return byId.get(id);
    }

    Map<String, Severity> severities() {
        Map<String, Severity> severities = new LinkedHashMap<>();
        byId.forEach((id, result) -> severities.put(id, result.getSeverity()));
        return severities;
    }

    /** Everything that one says, as JMC puts it together. */
    String text(String id) {
        return Stream.of(of(id).getSummary(), of(id).getExplanation(), of(id).getSolution())
                .filter(Objects::nonNull)
                .map(text -> ResultToolkit.populateMessage(of(id), text, false))
                .collect(Collectors.joining("\n"));
    }
}
