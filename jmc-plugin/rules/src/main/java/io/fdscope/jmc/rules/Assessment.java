package io.fdscope.jmc.rules;

import io.fdscope.origin.GivenName;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedCollectionResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** One rule's answer in the making. */
final class Assessment {
    /** JMC makes a link of {@code [text](address)}, and a value of {@code {id}}; strangers' names may hold anything. */
    private static final Pattern MARKUP = Pattern.compile("(?<=])(?=\\()|(?<=\\{)(?=\\w)");

    private final IPreferenceValueProvider preferences;
    private final ResultBuilder builder;

    Assessment(IRule rule, IPreferenceValueProvider preferences) {
        this.preferences = preferences;
        builder = ResultBuilder.createFor(rule, preferences);
    }

    Weight weight(Limit limit) {
        return limit.weight(preferences);
    }

    /** A number, a share from 0 to 1, or seconds. */
    double value(TypedPreference<IQuantity> preference) {
        return Limit.value(preferences, preference);
    }

    Assessment with(TypedResult<IQuantity> key, IQuantity value) {
        builder.addResult(key, value);
        return this;
    }

    Assessment withCount(TypedResult<IQuantity> key, long count) {
        return with(key, UnitLookup.NUMBER_UNITY.quantity(count));
    }

    /** Unless it is not known. */
    Assessment withCount(TypedResult<IQuantity> key, double count) {
        return Double.isNaN(count) ? this : with(key, Figures.count(count));
    }

    /** Unless it is not known. */
    Assessment with(TypedResult<String> key, String text) {
        if (!text.isEmpty()) {
            builder.addResult(key, harmless(text));
        }
        return this;
    }

    Assessment with(TypedCollectionResult<String> key, List<String> texts) {
        builder.addResult(key, texts.stream().map(Assessment::harmless).toList());
        return this;
    }

    /**
     * @param score 0 to 100 on JMC's scale
     * @param solution of no use where all is well
     */
    IResult result(double score, String summary, Paragraph explanation, Paragraph solution) {
        Severity severity = Severity.get(score);
        return builder.setSeverity(severity)
                .addResult(TypedResult.SCORE, Figures.count(score))
                .setSummary(harmless(summary))
                .setExplanation(text(explanation, Results.DETAILS))
                .setSolution(severity == Severity.OK ? "" : text(solution, Results.ORDERS))
                .build();
    }

    /** There is nothing to be judged, and it is well so. */
    IResult fine(String summary, Paragraph explanation) {
        return result(0, summary, explanation, Paragraph.NONE);
    }

    IResult notApplicable(Need need) {
        return builder.setSeverity(Severity.NA)
                .setSummary(need.text())
                .setSuggestedRecordingSettings(need.settings())
                .build();
    }

    /** The lines are a value, which JMC puts where the text names it. */
    private String text(Paragraph paragraph, TypedCollectionResult<String> lines) {
        if (paragraph.lines().isEmpty()) {
            return harmless(paragraph.text());
        }
        with(lines, paragraph.lines());
        return (harmless(paragraph.text()) + " {" + lines.getIdentifier() + "}").strip();
    }

    private static String harmless(String text) {
        String lines = String.join(
                "\n", text.lines().map(line -> new GivenName(line).oneLine()).toList());
        return MARKUP.matcher(lines).replaceAll(" ");
    }
}
