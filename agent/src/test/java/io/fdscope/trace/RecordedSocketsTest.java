package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a recording on disk tells of sockets: who opened them, where they went, what failed. */
@EnabledOnOs(OS.LINUX)
class RecordedSocketsTest {
    @TempDir
    private static Path folder;

    private static List<RecordedEvent> events;

    @BeforeAll
    static void record() throws IOException {
        Path file = folder.resolve("sockets.jfr");
        try (ForkedProcess jvm =
                new TracedJvm(folder).startLimited(300, RecordedMain.class, "-D" + RecordedMain.FILE + "=" + file)) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard()).containsExactly("faults {}");
        }
        events = RecordingFile.readAllEvents(file);
    }

    @Test
    void aSocketIsOpenedOnTheApplicationsStackWithTwoFramesOfOursAtMost() {
        RecordedEvent client = at("SocketOpened", "socket")
                .filter(event -> event.getString("openedBy").equals("socket"))
                .findFirst()
                .orElseThrow();
        List<RecordedFrame> frames = client.getStackTrace().getFrames();
        assertThat(frames.stream().map(RecordedSocketsTest::name).toList())
                .startsWith(
                        "io.fdscope.jfr.SocketEvents.opened",
                        "io.fdscope.trace.LifeHooks.opened",
                        "sun.nio.ch.Net.socket")
                .containsSubsequence(
                        "java.net.Socket.<init>",
                        "io.fdscope.trace.Scenarios.socket",
                        "io.fdscope.trace.RecordedMain.play");
        assertThat(client.getString("protocol")).isEqualTo("tcp");
        assertThat(client.getThread().getJavaName()).isEqualTo("main");
    }

    @Test
    void everyWayOfOpeningIsNamed() {
        assertThat(at("SocketOpened", "play").map(event -> event.getString("openedBy")))
                .containsExactly("serverSocket", "socket", "accept", "socket", "socket", "unix", "unix", "unixAccept");
    }

    @Test
    void aConnectNamesTheHostAndTakesItsTime() {
        RecordedEvent connect = at("SocketConnected", "socket").findFirst().orElseThrow();
        assertThat(connect.getString("host")).isEqualTo("localhost");
        assertThat(connect.getString("address")).isEqualTo("127.0.0.1");
        assertThat(connect.getInt("port")).isPositive();
        assertThat(connect.getBoolean("succeeded")).isTrue();
        assertThat(connect.getString("failure")).isNull();
        assertThat(connect.getDuration()).isPositive();
        assertThat(at("SocketOpened", "socket").map(event -> event.getLong("creationId")))
                .contains(connect.getLong("creationId"));
    }

    @Test
    void aRefusedConnectSaysWhatWasThrown() {
        RecordedEvent connect =
                at("SocketConnected", "refusedChannel").findFirst().orElseThrow();
        assertThat(connect.getBoolean("succeeded")).isFalse();
        assertThat(connect.getString("failure")).isEqualTo("java.net.ConnectException: Connection refused");
        assertThat(name(connect.getStackTrace().getFrames().get(2))).isEqualTo("sun.nio.ch.SocketChannelImpl.connect");
    }

    @Test
    void aUnixDomainConnectHasAPathAndNoAddress() {
        RecordedEvent connect = at("SocketConnected", "unixDomain").findFirst().orElseThrow();
        assertThat(connect.getString("host")).endsWith("/here");
        assertThat(connect.getString("address")).isNull();
        assertThat(connect.getInt("port")).isZero();
    }

    @Test
    void whatIsOpenedIsClosed() {
        assertThat(at("SocketClosed", "play").map(event -> event.getLong("creationId")))
                .containsExactlyInAnyOrderElementsOf(at("SocketOpened", "play")
                        .map(event -> event.getLong("creationId"))
                        .toList());
        assertThat(at("SocketClosed", "play").map(RecordedEvent::getStackTrace))
                .allMatch(stack -> name(stack.getFrames().get(2)).endsWith("Dispatcher.close"));
    }

    @Test
    void aBurstIsCutAndSaysByHowMuch() {
        List<RecordedEvent> all = events.stream()
                .filter(event -> event.getEventType().getName().equals("io.fdscope.SocketOpened"))
                .toList();
        List<RecordedEvent> burst = at("SocketOpened", "burst").toList();
        long leftOut =
                all.stream().mapToLong(event -> event.getInt("leftOutCount")).sum();
        assertThat(burst).hasSizeGreaterThan(500);
        assertThat(burst.size() + leftOut).isBetween(0L, (long) RecordedMain.BURST);
    }

    @Test
    void whoFindsNoDescriptorLeftIsTheVictim() {
        RecordedEvent victim = at("DescriptorsExhausted", "fail").findFirst().orElseThrow();
        assertThat(victim.getString("failure")).isEqualTo("java.net.SocketException: Too many open files");
        assertThat(victim.getInt("openCount")).isEqualTo(-1);
        assertThat(victim.getStackTrace().getFrames().stream().map(RecordedSocketsTest::name))
                .startsWith(
                        "io.fdscope.jfr.SocketEvents.exhausted",
                        "io.fdscope.trace.LifeHooks.openFailed",
                        "sun.nio.ch.Net.socket");
    }

    /** Events of a kind whose stack goes through a method. */
    private static Stream<RecordedEvent> at(String kind, String method) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("io.fdscope." + kind))
                .filter(event -> event.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> name(frame).matches("io\\.fdscope\\.trace\\.\\w+(Main|ios)\\." + method)))
                .sorted((one, other) -> one.getEndTime().compareTo(other.getEndTime()));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
