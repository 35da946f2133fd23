package io.fdscope.jmc.ui.recorded;

import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectState;
import io.fdscope.origin.CreationSite;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of one creation site. Immutable.
 *
 * @param number tells it from the others of the recording
 * @param site where it is
 * @param created how many sockets it created; −1 is unknown
 * @param recorded how many of these creations have an event, in the range that was asked for
 * @param open how many of them are open at the last scan; −1 is unknown
 * @param unidentified how many of those are unidentified; −1 is unknown
 * @param oldestAgeMillis age of the oldest open one; −1 is unknown
 * @param endpoints remote ends of those open with their counts, the most frequent first
 * @param suspect what is held against it
 */
public record SiteRow(
        int number,
        CreationSite site,
        long created,
        long recorded,
        long open,
        long unidentified,
        long oldestAgeMillis,
        Map<String, Long> endpoints,
        Optional<Suspect> suspect) {
    static final long UNKNOWN = -1;

    private static final int MOST_CALLERS = 15;
    private static final String UNTRACED = "created before tracing began, or by native code";

    SiteRow withRecorded(long count) {
        return new SiteRow(number, site, created, count, open, unidentified, oldestAgeMillis, endpoints, suspect);
    }

    /** The frame to name, or that there is none. */
    public String name() {
        return site.frames().isEmpty() ? UNTRACED : Words.harmless(site.name());
    }

    /**
     * {@code StandardSocketFactory.connect:203 in com.mysql.jdbc}: the line is the point, and is to be seen in a narrow column
     * as well.
     */
    public String shortName() {
        return site.frames().isEmpty() ? UNTRACED : shortName(site.frames().get(site.head()));
    }

    /** Its line and who called it, a frame a line: what tells it from another site of the same line. */
    public String callers() {
        return site.frames().isEmpty()
                ? UNTRACED
                : site.frames().stream()
                        .skip(site.head())
                        .limit(MOST_CALLERS)
                        .map(frame -> Words.harmless(CreationSite.line(frame)))
                        .collect(Collectors.joining("\n"));
    }

    private static String shortName(StackTraceElement frame) {
        String type = frame.getClassName();
        int end = type.lastIndexOf('.');
        String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
        String where = end < 0 ? "" : " in " + type.substring(0, end);
        return Words.harmless(type.substring(end + 1) + "." + frame.getMethodName() + line + where);
    }

    /** The most frequent remote end, and how many more there are. */
    public String endpointText() {
        Iterator<String> names = endpoints.keySet().iterator();
        if (!names.hasNext()) {
            return "";
        }
        String first = Words.harmless(names.next());
        return endpoints.size() == 1 ? first : first + " and " + (endpoints.size() - 1) + " more";
    }

    /** What is wrong with its sockets; empty where nothing is. */
    public String causeText() {
        return suspect.map(
                        each -> (isSuspect() ? "" : "cleared: ") + each.cause().text())
                .orElse("");
    }

    /** Whether it is held to leak at the end. */
    public boolean isSuspect() {
        return suspect.filter(each -> each.state() == SuspectState.STANDING).isPresent();
    }
}
