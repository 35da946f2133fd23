package io.fdscope.jmc.rules;

import io.fdscope.jmc.items.RecordedItems;
import io.fdscope.recording.RecordingContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.AbstractRule;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * One question about descriptors. It requires no event, for JMC would then say that it was ignored, and not how to have
 * an answer the next time.
 */
abstract class DescriptorRule extends AbstractRule {
    /** @param id the last part of its identifier */
    DescriptorRule(
            String id, Texts name, String topic, List<TypedPreference<?>> preferences, TypedResult<?>... results) {
        super(Limit.PREFIX + id, name.of(), topic, preferences, withCommon(results), Map.of());
    }

    private static List<TypedResult<?>> withCommon(TypedResult<?>... results) {
        List<TypedResult<?>> all = new ArrayList<>(List.of(results));
        all.addAll(List.of(Results.DETAILS, Results.ORDERS, TypedResult.SCORE));
        return List.copyOf(all);
    }

    @Override
    protected final IResult getResult(
            IItemCollection items, IPreferenceValueProvider preferences, IResultValueProvider others) {
        return RecordedItems.ask(items, content -> judge(content, new Assessment(this, preferences)));
    }

    /** Answers it for one recording; one at a time of the same recording. */
    abstract IResult judge(RecordingContent content, Assessment assessment);
}
