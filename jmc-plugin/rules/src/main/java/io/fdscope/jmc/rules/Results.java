package io.fdscope.jmc.rules;

import org.openjdk.jmc.common.unit.ContentType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.KindOfQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.rules.TypedCollectionResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** What the rules find, as values for programs; each rule says which of them it gives. One that is not known is absent. */
public final class Results {
    /** How many there are of what the rule is about, at the end of the recording. */
    public static final TypedResult<IQuantity> COUNT =
            quantity("count", Texts.RESULT_COUNT, Texts.RESULT_COUNT_DESCRIPTION, UnitLookup.NUMBER);
    /** The same when there were most. */
    public static final TypedResult<IQuantity> PEAK =
            quantity("peakCount", Texts.RESULT_PEAK, Texts.RESULT_PEAK_DESCRIPTION, UnitLookup.NUMBER);
    /** How many there may be. */
    public static final TypedResult<IQuantity> LIMIT =
            quantity("limit", Texts.RESULT_LIMIT, Texts.RESULT_LIMIT_DESCRIPTION, UnitLookup.NUMBER);
    /** Which share of the limit, or of all of them, that is. */
    public static final TypedResult<IQuantity> SHARE =
            quantity("share", Texts.RESULT_SHARE, Texts.RESULT_SHARE_DESCRIPTION, UnitLookup.PERCENTAGE);
    /** When. */
    public static final TypedResult<IQuantity> TIME =
            quantity("time", Texts.RESULT_TIME, Texts.RESULT_TIME_DESCRIPTION, UnitLookup.TIMESTAMP);
    /** How many more a minute. */
    public static final TypedResult<IQuantity> GROWTH =
            quantity("growthPerMinute", Texts.RESULT_GROWTH, Texts.RESULT_GROWTH_DESCRIPTION, UnitLookup.NUMBER);
    /** How long until all descriptors are used up. */
    public static final TypedResult<IQuantity> TIME_LEFT = quantity(
            "timeToExhaustion", Texts.RESULT_TIME_LEFT, Texts.RESULT_TIME_LEFT_DESCRIPTION, UnitLookup.TIMESPAN);
    /** The line of code that matters most. */
    public static final TypedResult<String> SITE = text("site", Texts.RESULT_SITE, Texts.RESULT_SITE_DESCRIPTION);
    /** All such lines, the most important first. */
    public static final TypedCollectionResult<String> SITES =
            texts("sites", Texts.RESULT_SITES, Texts.RESULT_SITES_DESCRIPTION);
    /** How that line was reached, a frame a line, innermost first. */
    public static final TypedResult<String> STACK = text("stack", Texts.RESULT_STACK, Texts.RESULT_STACK_DESCRIPTION);
    /** Label of {@link io.fdscope.leak.SuspectCause}. */
    public static final TypedResult<String> CAUSE = text("cause", Texts.RESULT_CAUSE, Texts.RESULT_CAUSE_DESCRIPTION);
    /** Host and port. */
    public static final TypedResult<String> ENDPOINT =
            text("endpoint", Texts.RESULT_ENDPOINT, Texts.RESULT_ENDPOINT_DESCRIPTION);
    /** What was thrown. */
    public static final TypedResult<String> FAILURE =
            text("failure", Texts.RESULT_FAILURE, Texts.RESULT_FAILURE_DESCRIPTION);

    /** The lines of the explanation. */
    public static final TypedCollectionResult<String> DETAILS =
            texts("details", Texts.RESULT_DETAILS, Texts.RESULT_DETAILS_DESCRIPTION);
    /** What to do, the most urgent first. */
    public static final TypedCollectionResult<String> ORDERS =
            texts("orders", Texts.RESULT_ORDERS, Texts.RESULT_ORDERS_DESCRIPTION);

    private Results() {}

    private static TypedResult<IQuantity> quantity(String id, Texts name, Texts description, KindOfQuantity<?> kind) {
        return new TypedResult<>(id, name.of(), description.of(), asContentType(kind), IQuantity.class);
    }

    private static ContentType<IQuantity> asContentType(KindOfQuantity<?> kind) {
        return kind;
    }

    private static TypedResult<String> text(String id, Texts name, Texts description) {
        return new TypedResult<>(id, name.of(), description.of(), UnitLookup.PLAIN_TEXT, String.class);
    }

    private static TypedCollectionResult<String> texts(String id, Texts name, Texts description) {
        return new TypedCollectionResult<>(id, name.of(), description.of(), UnitLookup.PLAIN_TEXT, String.class);
    }
}
