package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fixture.FakeEvent;
import io.fdscope.procfs.ForeignWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExhaustionsTest {
    private static final ForeignWords NONE = new ForeignWords(Path.of("/nonexistent"));

    private final RecordingContent content = new RecordingContent(NONE);

    private static FakeEvent thrown(String message) {
        return FakeEvent.of("jdk.JavaExceptionThrow", 1000, Map.of("message", message));
    }

    private static FakeEvent ours(String failure) {
        return FakeEvent.of(EventNames.DESCRIPTORS_EXHAUSTED, 2000, Map.of(FieldNames.FAILURE, failure));
    }

    private static FakeEvent variable(String key, String value) {
        return FakeEvent.of("jdk.InitialEnvironmentVariable", 1, Map.of("key", key, "value", value));
    }

    private List<String> failures(FakeEvent... events) {
        for (FakeEvent event : events) {
            content.accept(event);
        }
        content.finish();
        return content.exhaustions().victims().stream()
                .map(victim -> victim.count() + " " + victim.failure())
                .toList();
    }

    @Test
    void withoutEventsOfOursAllExceptionsOfThatKindAreTold() {
        assertThat(failures(
                        thrown("Too many open files"),
                        thrown("Too many open files"),
                        thrown("a.txt (Too many open files)"),
                        thrown("b.txt (No file descriptors available)"), // Alpine's
                        thrown("Connection refused")))
                .containsExactly(
                        "2 Too many open files",
                        "1 a.txt (Too many open files)",
                        "1 b.txt (No file descriptors available)");
    }

    @Test
    void eventsOfOursTeachTheWordsOfTheirLanguageAndFilesAreToldBesideThem() {
        assertThat(failures(
                        thrown("a.txt (Zu viele offene Dateien)"),
                        thrown("Zu viele offene Dateien"),
                        thrown("b.txt (Keine Berechtigung)"),
                        ours("java.net.SocketException: Zu viele offene Dateien")))
                .containsExactlyInAnyOrder(
                        "1 java.net.SocketException: Zu viele offene Dateien", "1 a.txt (Zu viele offene Dateien)");
        assertThat(content.exhaustions().unknownLanguage()).isEmpty();
    }

    /** A recording tells the language at the end of its first chunk. */
    @Test
    void whatHasNoRoomUntilTheLanguageIsKnownIsCountedAndNotPassedOver() {
        FakeEvent[] before = new FakeEvent[Exhaustions.MOST_VICTIMS + 2];
        for (int i = 0; i < before.length; i++) {
            before[i] = thrown("number " + i);
        }
        before[Exhaustions.MOST_VICTIMS] = thrown("a.txt (Zu viele offene Dateien)");
        failures(before);
        assertThat(Completeness.in(content).gaps()).isEmpty(); // In English it is known at once.

        content.accept(ours("java.net.SocketException: Zu viele offene Dateien"));
        assertThat(Completeness.in(content).gaps())
                .containsExactly("2 exceptions came before the recording told its language: whether they were for want"
                        + " of a descriptor is not known");
    }

    @Test
    void aLanguageThatNobodyKnowsIsNamed() {
        assertThat(failures(thrown("Zu viele offene Dateien"), variable("LANG", "de_AT.UTF-8")))
                .isEmpty();
        assertThat(content.exhaustions().unknownLanguage()).contains("de_AT");
    }

    @Test
    void theLanguageIsLookedForAsTheCLibraryDoes() {
        content.accept(variable("LANG", "de_DE.UTF-8"));
        content.accept(variable("LC_MESSAGES", "fr_CH@euro"));
        assertThat(content.process().languages()).containsExactly("fr_CH", "fr");

        content.accept(variable("LANGUAGE", "it:pt_BR"));
        assertThat(content.process().languages()).containsExactly("it", "pt_BR", "pt", "fr_CH", "fr");

        content.accept(variable("LC_ALL", "C.UTF-8"));
        content.accept(variable("LANGUAGE", ""));
        assertThat(content.process().languages()).containsExactly("en");
    }

    @Test
    void englishNeedsNoCatalog() {
        failures(variable("LANG", "en_US.UTF-8"));

        assertThat(content.exhaustions().unknownLanguage()).isEmpty();
    }
}
