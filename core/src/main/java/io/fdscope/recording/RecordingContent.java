package io.fdscope.recording;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.procfs.ForeignWords;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All that one recording tells of descriptors, folded from its events as they come. However many there are, it takes some
 * megabytes. Not thread safe.
 */
public final class RecordingContent {
    static final int MOST_ALERTS = 100;
    static final int MOST_FAULTS = 100;
    private static final int MOST_TYPES = 1000;

    private final Map<String, Consumer<EventValues>> takers = new HashMap<>();
    private final Map<String, Long> eventCounts = new TreeMap<>();
    private final Set<String> enabled = new HashSet<>();
    private final TimeBuckets buckets = new TimeBuckets();
    private final RecordedSeries series = new RecordedSeries();
    private final VerdictCourse course = new VerdictCourse();
    private final SocketCreations creations = new SocketCreations(buckets);
    private final RemoteEnds connects = new RemoteEnds(buckets);
    private final Traffic traffic = new Traffic();
    private final ProcessFacts process = new ProcessFacts();
    private final Exhaustions exhaustions;
    private final EvidenceReplay replay = new EvidenceReplay(this::judged);
    private final FirstAndLast<Alert> alerts = new FirstAndLast<>(MOST_ALERTS);
    private final Map<Fault, Long> faults = new LinkedHashMap<>();
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    /**
     * A threshold crossed, or left again.
     *
     * @param epochMillis when, milliseconds since 1970
     * @param level warn, critical or recovered
     * @param openCount descriptors open then; −1 is unknown
     * @param softLimit as recorded: 2147483647 is unlimited, −1 unknown
     */
    public record Alert(long epochMillis, String level, long openCount, long softLimit) {}

    /**
     * A failure inside fdscope.
     *
     * @param edge where it was stopped
     * @param text what it was
     */
    public record Fault(String edge, String text) {}

    /** Of no events so far. */
    public RecordingContent() {
        this(ForeignWords.OF_THIS_MACHINE);
    }

    RecordingContent(ForeignWords words) {
        exhaustions = new Exhaustions(words);
        series.takers().forEach(takers::put);
        takers.put(EventNames.LEAK_EVIDENCE, replay::accept);
        takers.put(EventNames.SITE_EVIDENCE, replay::accept);
        takers.put(EventNames.CREATION_SITE, replay::accept);
        takers.put(EventNames.SOCKET_OPENED, creations::opened);
        takers.put(EventNames.SOCKET_CONNECTED, connects::connected);
        takers.put(EventNames.DESCRIPTORS_EXHAUSTED, exhaustions::exhausted);
        takers.put(EventNames.UTILIZATION_ALERT, this::alert);
        takers.put(EventNames.MONITOR_FAULT, this::fault);
        takers.put(JdkEvents.JAVA_EXCEPTION, exhaustions::thrown);
        takers.put(JdkEvents.SOCKET_READ, traffic::add);
        takers.put(JdkEvents.SOCKET_WRITE, traffic::add);
        takers.put(JdkEvents.JVM, process::accept);
        takers.put(JdkEvents.OPERATING_SYSTEM, process::accept);
        takers.put(JdkEvents.SYSTEM_PROPERTY, process::accept);
        takers.put(JdkEvents.ENVIRONMENT_VARIABLE, this::variable);
        takers.put(JdkEvents.DATA_LOSS, process::accept);
    }

    /** Takes one event, of whatever type. */
    public void accept(EventValues event) {
        String name = event.name();
        if (eventCounts.size() < MOST_TYPES || eventCounts.containsKey(name)) {
            eventCounts.merge(name, 1L, Long::sum);
        }
        Consumer<EventValues> taker = takers.get(name);
        if (taker != null) {
            if (name.startsWith("io.fdscope.")) {
                include(event.startMillis());
            }
            taker.accept(event);
        }
    }

    /** Whether events of a type tell it anything; those of others are counted, and no more. */
    public boolean takes(String eventName) {
        return takers.containsKey(eventName);
    }

    /** Takes notice of an event type that was enabled, whether or not there is an event of it. */
    public void enabled(String eventName) {
        if (enabled.size() < MOST_TYPES) {
            enabled.add(eventName);
        }
    }

    /** Whether events of a type are there, or would be, had there been an occasion. */
    public boolean isRecorded(String eventName) {
        return eventCounts.containsKey(eventName) || enabled.contains(eventName);
    }

    /** Takes notice of a time that the recording covers, milliseconds since 1970. */
    public void include(long epochMillis) {
        firstMillis = Math.min(firstMillis, epochMillis);
        lastMillis = Math.max(lastMillis, epochMillis);
    }

    /** There are no more events. */
    public void finish() {
        replay.finish();
        exhaustions.finish();
    }

    private void judged(ReplayedVerdict verdict) {
        course.add(verdict);
        creations.judged(verdict);
    }

    private void variable(EventValues event) {
        process.accept(event);
        exhaustions.speaks(process.languages());
    }

    private void alert(EventValues event) {
        alerts.add(new Alert(
                event.startMillis(),
                event.text(FieldNames.LEVEL),
                event.number(FieldNames.OPEN_COUNT),
                event.number(FieldNames.SOFT_LIMIT)));
    }

    /** Written again and again with a count that only rises. */
    private void fault(EventValues event) {
        Fault fault = new Fault(event.text(FieldNames.EDGE), event.text(FieldNames.FAULT));
        if (faults.size() < MOST_FAULTS || faults.containsKey(fault)) {
            faults.merge(fault, event.number(FieldNames.FAULT_COUNT), Math::max);
        }
    }

    /** How many events of each type there are. */
    public Map<String, Long> eventCounts() {
        return Collections.unmodifiableMap(eventCounts);
    }

    /** When it begins, milliseconds since 1970; 0 where nothing is known. */
    public long startMillis() {
        return firstMillis > lastMillis ? 0 : firstMillis;
    }

    /** When it ends; 0 where nothing is known. */
    public long endMillis() {
        return firstMillis > lastMillis ? 0 : lastMillis;
    }

    /** Figures over time. */
    public RecordedSeries series() {
        return series;
    }

    /** The verdicts, judged again. */
    public VerdictCourse course() {
        return course;
    }

    /** Scans that could not be judged again, for some of their events are missing. */
    public long incompleteScans() {
        return replay.incomplete();
    }

    /** The time that creations and connects are counted by. */
    public TimeBuckets buckets() {
        return buckets;
    }

    /** Who created sockets. */
    public SocketCreations creations() {
        return creations;
    }

    /** Who was connected to. */
    public RemoteEnds connects() {
        return connects;
    }

    /** Who was talked to, as the JDK's own events tell. */
    public Traffic traffic() {
        return traffic;
    }

    /** Who found no descriptor left. */
    public Exhaustions exhaustions() {
        return exhaustions;
    }

    /** Whose recording it is. */
    public ProcessFacts process() {
        return process;
    }

    /** Thresholds crossed, by time: the first {@value #MOST_ALERTS}, and the last {@value #MOST_ALERTS}. */
    public List<Alert> alerts() {
        return alerts.kept().stream()
                .sorted((one, other) -> Long.compare(one.epochMillis(), other.epochMillis()))
                .toList();
    }

    /** Failures inside fdscope, with how often each came. */
    public Map<Fault, Long> faults() {
        return Collections.unmodifiableMap(faults);
    }
}
