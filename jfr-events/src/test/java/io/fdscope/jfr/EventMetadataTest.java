package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.Thresholds;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jfr.AnnotationElement;
import jdk.jfr.ContentType;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.SettingDescriptor;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds every event against OpenJDK's short guide to writing event metadata, as its own {@code TestEventMetadata} does,
 * and against the contract.
 */
class EventMetadataTest {
    /** The fields that every event has. */
    private static final Set<String> GIVEN = Set.of("startTime", "duration", "eventThread", "stackTrace");

    private static final String ABBREVIATED = "(?i).*(info(?!rmation)|alloc(?!a)|config(?!uration)|evac(?!u)"
            + "|stat(?!e|istic)|addr(?!ess)|conn(?!ect)|mem(?!or)|num(?!ber)|recv|util(?!ization)).*";
    private static final Set<String> SMALL_WORDS = Set.of("in", "of", "to", "after", "per", "the", "and", "without");

    private final Faults faults = new Faults();
    private FlightRecorderEvents events;

    /** With their hooks, without which an event has no period. */
    @BeforeEach
    void install() {
        assertThat(FlightRecorder.getFlightRecorder().getEventTypes()).isNotEmpty();
        AlertMonitor alerts = new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%"));
        events = FlightRecorderEvents.install(
                new EventSources(() -> Sample.NONE, alerts, LeakSources.NONE, faults), new Announcer(line -> {}));
    }

    @AfterEach
    void nothingFailed() {
        events.close();
        assertThat(faults.count()).isZero();
    }

    @Test
    void everyEventIsAsTheContractSays() {
        String all = types().map(EventMetadataTest::describe).collect(Collectors.joining());
        assertThat(all).isEqualTo("""
                io.fdscope.FileDescriptorUsage 1 s: int openCount, int softLimit, int hardLimit, int headroom, \
                float@Percentage() utilization, int socketCount, int unidentifiedSocketCount, \
                int heldAfterCloseCount, int fileCount, int pipeCount, int anonInodeCount, int otherCount, \
                double growthPerMinute, long@Timespan(MILLISECONDS) timeToExhaustion
                io.fdscope.SocketStates 10 s: int established, int synSent, int synReceived, int finWaitOne, \
                int finWaitTwo, int timeWait, int close, int closeWait, int lastAck, int listen, int closing, \
                int newSynReceived, int udpBound, int udpUnbound, int unixSockets, int otherSockets, \
                int unidentifiedSocketCount
                io.fdscope.KernelSocketUsage 10 s: int socketsUsed, int tcpAllocated, int tcpInUse, int tcpSixInUse, \
                int tcpOrphaned, int tcpTimeWait, long@DataAmount(BYTES) tcpMemory, int udpInUse, int udpSixInUse, \
                long@DataAmount(BYTES) udpMemory, int rawInUse, int rawSixInUse
                io.fdscope.SystemFileUsage 30 s: int allocatedFiles, int maxFiles
                io.fdscope.UnidentifiedSocket 60 s: int fd, long inode, String protocol, String socketState, \
                String localAddress, long@Timespan(MILLISECONDS) age, long creationId, \
                long@Timestamp(MILLISECONDS_SINCE_EPOCH) creationTime, String cause, int leftOutCount
                io.fdscope.SocketOpened at once: long creationId, int fd, String openedBy, String protocol, \
                int leftOutCount
                io.fdscope.SocketConnected at once: long creationId, int fd, String host, String address, int port, \
                boolean succeeded, String failure, int leftOutCount
                io.fdscope.SocketClosed at once: long creationId, int fd, long@Timespan(NANOSECONDS) age, \
                int leftOutCount
                io.fdscope.DescriptorsExhausted at once: String failure, int openCount, int softLimit, \
                int leftOutCount
                io.fdscope.UtilizationAlert at once: String level, int openCount, int softLimit
                io.fdscope.MonitorFault everyChunk: String edge, String fault, int faultCount
                io.fdscope.LeakSuspect 60 s: String site, String stackText, String creatingThread, int openCount, \
                int unidentifiedSocketCount, int heldAfterCloseCount, int droppedWithoutCloseCount, \
                long@Timespan(MILLISECONDS) oldestAge, double growthPerMinute, String endpoints, String cause, \
                String suspectState
                io.fdscope.LeakEvidence at once: int scanNumber, long@Timestamp(MILLISECONDS_SINCE_EPOCH) scanTime, \
                long@Timespan(MILLISECONDS) moment, boolean scanned, int processIdentifier, int openCount, \
                int softLimit, int hardLimit, double growthPerMinute, \
                long@Timespan(MILLISECONDS) timeToExhaustion, int unidentifiedSocketCount, \
                int unattributedSocketCount, int siteCount, int leftOutCount, boolean tracingEnabled, \
                long@Timestamp(MILLISECONDS_SINCE_EPOCH) tracingSince, long createdCount, int sampledOneIn, \
                int lostCount, int droppedWithoutCloseCount, int heldAfterCloseCount, int missingHookCount, \
                long@Timespan(MILLISECONDS) suspectAge, int suspectCount, String criticalThreshold
                io.fdscope.SiteEvidence at once: int scanNumber, int siteNumber, String creatingThread, \
                int openCount, int unidentifiedSocketCount, int heldAfterCloseCount, int droppedWithoutCloseCount, \
                long createdCount, boolean estimated, int established, int synSent, int synReceived, \
                int finWaitOne, int finWaitTwo, int timeWait, int close, int closeWait, int lastAck, int listen, \
                int closing, int newSynReceived, int udpBound, int udpUnbound, int unixSockets, int otherSockets, \
                int agedCount, int agedDeadCount, int agedHeldAfterCloseCount, int agedCloseWaitCount, \
                int agedHalfClosedCount, int staleCount, int sampledCount, int sampledDropCount, int scaledOpenCount, \
                int scaledLingeringCount, String causes, long@Timespan(MILLISECONDS) oldestAge, String endpoints
                io.fdscope.CreationSite beginChunk: int scanNumber, int siteNumber, String openedBy, \
                int namedFrame, String stackText, String closingStackText, String history, String suspectState, \
                String suspectRule, String cause, int peakCount, long@Timespan(MILLISECONDS) heldMoment, \
                long@Timespan(MILLISECONDS) clearedMoment
                """);
    }

    @Test
    void eventNamesAreWholeWordsWithoutTheWordEvent() {
        assertThat(types().map(EventType::getName)).allSatisfy(name -> {
            assertThat(name).matches("io\\.fdscope\\.[A-Z][A-Za-z]+").doesNotContain("ID", "Event");
            assertThat(name.substring("io.fdscope.".length())).doesNotMatch(ABBREVIATED);
        });
    }

    @Test
    void fieldNamesAreLettersOnlyAndWholeWords() {
        assertThat(fields().map(ValueDescriptor::getName)).allSatisfy(name -> {
            assertThat(name).matches("[a-z][A-Za-z]+").hasSizeBetween(2, 31).doesNotContain("ID");
            assertThat(name).doesNotMatch(ABBREVIATED);
            assertThat(SourceVersion.isKeyword(name)).isFalse();
        });
    }

    @Test
    void labelsAreShortAndInHeadlineStyle() {
        assertThat(labels()).isNotEmpty().allSatisfy(label -> {
            assertThat(label).isNotNull().hasSizeBetween(2, 44).matches("[A-Z][A-Za-z0-9 ()-]*[A-Za-z0-9)]");
            assertThat(label.split(" "))
                    .allMatch(word -> SMALL_WORDS.contains(word)
                            || Character.isUpperCase(word.charAt(0))
                            || Character.isDigit(word.charAt(0)));
        });
    }

    @Test
    void labelsOfAnEventDiffer() {
        assertThat(types())
                .allSatisfy(type ->
                        assertThat(ours(type).map(ValueDescriptor::getLabel)).doesNotHaveDuplicates());
    }

    @Test
    void descriptionsAreSentencesWithoutAPeriodAtTheEnd() {
        assertThat(descriptions())
                .isNotEmpty()
                .allSatisfy(description -> assertThat(description)
                        .hasSizeBetween(11, 299)
                        .isEqualTo(description.strip())
                        .matches("[A-Z].*[^.!?,;:]"));
    }

    @Test
    void everyEventIsDescribed() {
        assertThat(types().map(EventType::getDescription)).doesNotContainNull();
    }

    /** A plain long is a raw number to JMC, without chart or sum: right for what only tells things apart. */
    @Test
    void numbersHaveAUnitUnlessTheyCountOrTellThingsApart() {
        List<String> withoutUnit = fields().filter(field -> field.getTypeName().equals("long"))
                .filter(field -> field.getAnnotationElements().stream().noneMatch(EventMetadataTest::isUnit))
                .map(ValueDescriptor::getName)
                .toList();
        assertThat(withoutUnit)
                .containsOnly(FieldNames.INODE, FieldNames.CREATION_ID, FieldNames.CREATED_COUNT); // Counts for years.
    }

    @Test
    void everyEventIsInTheOneCategoryAndAllButClosingIsEnabledByDefault() {
        assertThat(types()).allSatisfy(type -> {
            assertThat(type.getCategoryNames()).containsExactly(EventNames.CATEGORY);
            assertThat(setting(type, "enabled"))
                    .isEqualTo(type.getName().equals(EventNames.SOCKET_CLOSED) ? "false" : "true");
        });
    }

    @Test
    void theNamesInCoreAreTheNamesOfTheEventsAndFields() throws IllegalAccessException {
        Set<String> states = ours(EventType.getEventType(SocketStatesEvent.class))
                .map(ValueDescriptor::getName)
                .collect(Collectors.toSet());
        assertThat(constants(EventNames.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(EventNames.CATEGORY), types().map(EventType::getName))
                                .toList());
        assertThat(fields().map(ValueDescriptor::getName).filter(name -> !states.contains(name)))
                .isSubsetOf(constants(FieldNames.class));
        assertThat(constants(FieldNames.class))
                .isSubsetOf(fields().map(ValueDescriptor::getName).toList());
    }

    private static String describe(EventType type) {
        String fields = ours(type)
                .map(field -> field.getTypeName().replaceAll(".*\\.", "") + unit(field) + " " + field.getName())
                .collect(Collectors.joining(", "));
        return type.getName() + " " + setting(type, "period") + ": " + fields + "\n";
    }

    private static String unit(ValueDescriptor field) {
        return field.getAnnotationElements().stream()
                .filter(EventMetadataTest::isUnit)
                .map(unit -> "@" + unit.getTypeName().replaceAll(".*\\.", "") + "("
                        + (unit.getValues().isEmpty() ? "" : unit.getValues().get(0)) + ")")
                .collect(Collectors.joining());
    }

    private static boolean isUnit(AnnotationElement annotation) {
        return annotation.getAnnotation(ContentType.class) != null;
    }

    private static String setting(EventType type, String name) {
        return type.getSettingDescriptors().stream()
                .filter(setting -> setting.getName().equals(name))
                .map(SettingDescriptor::getDefaultValue)
                .findFirst()
                .orElse("at once");
    }

    private static Stream<EventType> types() {
        return EventHooks.types().stream().map(EventMetadataTest::type);
    }

    private static EventType type(Class<? extends Event> type) {
        return EventType.getEventType(type);
    }

    private static Stream<ValueDescriptor> ours(EventType type) {
        return type.getFields().stream().filter(field -> !GIVEN.contains(field.getName()));
    }

    private static Stream<ValueDescriptor> fields() {
        return types().flatMap(EventMetadataTest::ours);
    }

    private static List<String> labels() {
        return Stream.concat(types().map(EventType::getLabel), fields().map(ValueDescriptor::getLabel))
                .toList();
    }

    private static List<String> descriptions() {
        return Stream.concat(types().map(EventType::getDescription), fields().map(ValueDescriptor::getDescription))
                .filter(description -> description != null)
                .toList();
    }

    private static List<String> constants(Class<?> holder) throws IllegalAccessException {
        List<String> values = new ArrayList<>();
        for (Field constant : holder.getFields()) {
            values.add((String) constant.get(null));
        }
        return values;
    }
}
