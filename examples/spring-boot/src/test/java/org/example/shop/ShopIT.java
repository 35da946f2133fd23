package org.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.MeterNames;
import io.fdscope.fixture.MeterNames.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A real Spring Boot application with a real actuator, as somebody sees it from outside. */
class ShopIT {
    private static final String UNIDENTIFIED = "process.sockets.unidentified";
    private static final String AGENT = "-javaagent:"
            + Path.of("..", "..", "agent", "target", "fdscope.jar")
                    .toAbsolutePath()
                    .normalize() + "=scan=1h";

    private static boolean isWatched(RunningShop shop) {
        try {
            return !shop.get("mxbean/OpenCount").equals("no bean");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertThatLeaksAreSeen(RunningShop shop) throws IOException, InterruptedException {
        shop.post("mxbean/scan");
        double before = shop.metric(UNIDENTIFIED);
        assertThat(shop.post("orders?count=17")).isEqualTo("17");
        shop.post("mxbean/scan");

        assertThat(shop.metric(UNIDENTIFIED)).isEqualTo(before + 17);
        assertThat(shop.get("mxbean/UnidentifiedSocketCount")).isEqualTo(Long.toString((long) before + 17));
        assertThat(shop.metric("process.files.kind?tag=kind:socket"))
                .isEqualTo(Double.parseDouble(shop.get("mxbean/SocketCount")));
        assertThat(shop.metric("process.files.limit.hard")).isEqualTo(Double.parseDouble(shop.get("mxbean/HardLimit")));
        assertThat(shop.get("actuator/prometheus").lines())
                .contains("process_sockets_unidentified_sockets " + (before + 17));
        assertThat(shop.get("mxbean/FaultCount")).isEqualTo("0");
    }

    @Test
    void withTheAgentTheActuatorShowsWhatReallyLeaks() throws IOException, InterruptedException {
        try (RunningShop shop = RunningShop.start(List.of(AGENT))) {
            Await.until("the agent's MXBean", () -> isWatched(shop));
            assertThatLeaksAreSeen(shop);
            assertThat(shop.metric("process.sockets.held.after.close")).isZero();
            assertThat(shop.metric("process.files.open")).isPositive();
            assertThat(shop.heard()).noneMatch(line -> line.contains("fdscope:"));
            assertThatAllNamesAreThoseOfTheDocumentation(shop);
        }
    }

    private static void assertThatAllNamesAreThoseOfTheDocumentation(RunningShop shop)
            throws IOException, InterruptedException {
        Set<String> meters = MeterNames.documented().stream().map(Series::meter).collect(Collectors.toSet());
        assertThat(meters).hasSize(7);
        String listed = shop.get("actuator/metrics");
        assertThat(meters).allSatisfy(name -> assertThat(listed).contains('"' + name + '"'));
        assertThat(shop.get("actuator/prometheus").lines().map(line -> line.replaceFirst(" [^ ]+$", "")))
                .containsAll(
                        MeterNames.documented().stream().map(Series::sample).toList());
    }

    @Test
    void withoutAgentOnePropertyStartsTheLibrary() throws IOException, InterruptedException {
        try (RunningShop shop =
                RunningShop.start(List.of(), "--fdscope.start=true", "--fdscope.options=scan=1h,warn=nonsense")) {
            assertThatLeaksAreSeen(shop);
            // A library cannot trace.
            assertThat(shop.metric("process.sockets.held.after.close")).isNaN();
            assertThat(shop.heard())
                    .anyMatch(line -> line.startsWith("fdscope: option 'warn': 'nonsense' is no threshold"));
        }
    }

    @Test
    void whereNothingRunsTheMetersAreThereWithoutAValueUntilTheLibraryIsStarted()
            throws IOException, InterruptedException {
        try (RunningShop shop = RunningShop.start(List.of())) {
            assertThat(shop.get("mxbean/OpenCount")).isEqualTo("no bean");
            assertThat(shop.metric(UNIDENTIFIED)).isNaN();
            assertThat(shop.metric("process.files.headroom")).isNaN();
            assertThat(shop.get("actuator/prometheus").lines()).contains("process_sockets_unidentified_sockets NaN");

            shop.post("fdscope");
            assertThatLeaksAreSeen(shop);
            shop.delete("fdscope");

            assertThat(shop.metric(UNIDENTIFIED)).isNaN();
            assertThat(shop.heard()).noneMatch(line -> line.contains("fdscope:"));
        }
    }
}
