package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Configuration;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsFileTest {
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
    void everyEventAndSettingInItIsKnownToThisJdk() throws IOException, ParseException {
        Set<String> known = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .flatMap(SettingsFileTest::settings)
                .collect(Collectors.toSet());
        assertThat(load().getSettings().keySet())
                .filteredOn(setting -> !known.contains(setting))
                .isEmpty();
    }

    @Test
    void itEnablesAllOurEventsButTheOneOnClosing() throws IOException, ParseException {
        Map<String, String> settings = load().getSettings();
        List<String> enabled = EventHooks.types().stream()
                .map(type -> EventType.getEventType(type).getName() + "#enabled")
                .toList();
        assertThat(settings).containsKeys(enabled.toArray(String[]::new));
        assertThat(settings.entrySet())
                .filteredOn(setting -> setting.getKey().endsWith("#enabled"))
                .allMatch(setting ->
                        setting.getValue().equals(setting.getKey().contains("SocketClosed") ? "false" : "true"));
    }

    @Test
    void itSaysWhoseItIs() throws IOException, ParseException {
        assertThat(load().getLabel()).isEqualTo("fdscope");
        assertThat(load().getProvider()).isEqualTo("fdscope");
        assertThat(load().getDescription()).startsWith("File descriptors and sockets");
    }

    private static Stream<String> settings(EventType type) {
        return type.getSettingDescriptors().stream().map(setting -> type.getName() + "#" + setting.getName());
    }

    private static Configuration load() throws IOException, ParseException {
        try (InputStream file = SettingsFileTest.class.getResourceAsStream("/fdscope.jfc")) {
            assertThat(file).isNotNull();
            return Configuration.create(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
    }
}
