package io.fdscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.option.Option;
import io.fdscope.option.Options;
import io.fdscope.sample.Sample;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.Test;

class FdscopeTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private static boolean beanIsThere() throws JMException {
        return SERVER.isRegistered(new ObjectName("io.fdscope:type=FileDescriptors"));
    }

    private static long samplers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("fdscope-sampler"))
                .count();
    }

    private static Path blackBox() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "fdscope_" + System.getProperty("user.name"),
                Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void watchesThisProcessUntilClosed() throws IOException, JMException {
        try (Fdscope fdscope = Fdscope.start(Options.DEFAULT.with(Option.SCAN, "1h"))) {
            Await.until("a first sample", () -> fdscope.latest().scan().number() > 0);
            long before = fdscope.scanNow().scan().unidentified();
            try (SocketChannel unconnected = SocketChannel.open()) {
                assertThat(unconnected.isOpen()).isTrue();
                assertThat(fdscope.scanNow().scan().unidentified()).isEqualTo(before + 1);
            }
            assertThat(beanIsThere()).isTrue();
            assertThat(blackBox()).exists();
            assertThat(fdscope.faults()).isEmpty();
        }
    }

    @Test
    void closingUndoesAllThatStartDid() throws JMException {
        long openBefore = openDescriptors();
        Fdscope fdscope = Fdscope.start();
        Await.until("a first sample", () -> fdscope.latest().scan().number() > 0);

        fdscope.close();
        fdscope.close();

        assertThat(samplers()).isZero();
        assertThat(beanIsThere()).isFalse();
        assertThat(blackBox()).doesNotExist();
        assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
                .noneMatch(type -> type.getName().startsWith("io.fdscope"));
        // What the JDK opens at its first socket, and for the recorder, stays with the JDK.
        assertThat(openDescriptors()).isLessThanOrEqualTo(openBefore + 4);
        assertThat(fdscope.faults()).isEmpty();
    }

    /** Else whoever starts at that moment loses his events: the first one takes their types away. */
    @Test
    void anotherCanStartOnlyWhenNothingOfTheFirstIsLeft() {
        FlightRecorder recorder = FlightRecorder.getFlightRecorder();
        Fdscope first = Fdscope.start();
        assertThat(oursAmong(recorder)).isNotEmpty();
        Properties before = System.getProperties();
        GivenBack watched = new GivenBack(before, () -> oursAmong(recorder));
        System.setProperties(watched);
        try {
            first.close();
        } finally {
            System.setProperties(before);
            before.remove("io.fdscope.watchedBy");
        }
        assertThat(watched.seen).isEqualTo(List.of(List.of()));
    }

    private static List<String> oursAmong(FlightRecorder recorder) {
        return recorder.getEventTypes().stream()
                .map(EventType::getName)
                .filter(name -> name.startsWith("io.fdscope"))
                .toList();
    }

    /** System properties that look around when the claim is given back. */
    private static final class GivenBack extends Properties {
        private static final long serialVersionUID = 1;

        private final transient List<List<String>> seen = new ArrayList<>();
        private final transient Supplier<List<String>> look;

        GivenBack(Properties before, Supplier<List<String>> look) {
            this.look = look;
            putAll(before);
        }

        @Override
        public synchronized boolean remove(Object key, Object value) {
            if (key.equals("io.fdscope.watchedBy")) {
                seen.add(look.get());
            }
            return super.remove(key, value);
        }
    }

    @Test
    void startsAgainAfterItWasClosed() throws JMException {
        for (int i = 0; i < 5; i++) {
            try (Fdscope fdscope = Fdscope.start()) {
                assertThat(beanIsThere()).isTrue();
                assertThat(fdscope.scanNow().scan().known()).isTrue();
            }
            assertThat(beanIsThere()).isFalse();
        }
        assertThat(samplers()).isZero();
    }

    @Test
    void aSecondStartLeavesTheFirstAsItIs() throws JMException {
        try (Fdscope first = Fdscope.start(Options.DEFAULT.with(Option.COUNT, "40ms"))) {
            Fdscope second = Fdscope.start(Options.DEFAULT.with(Option.COUNT, "50ms"));
            Fdscope third = Fdscope.start(Options.DEFAULT.with(Option.ENABLED, "false"));
            assertThat(second.latest()).isEqualTo(Sample.NONE);
            second.close();
            third.close();

            assertThat(samplers()).isEqualTo(1);
            assertThat(SERVER.getAttribute(new ObjectName("io.fdscope:type=FileDescriptors"), "CountPeriodMillis"))
                    .isEqualTo(40L);
            assertThat(first.faults()).isEmpty();
        }
        assertThat(samplers()).isZero();
    }

    @Test
    void aStartThatIsSwitchedOffStartsNothing() throws JMException {
        try (Fdscope off = Fdscope.start(Options.DEFAULT.with(Option.ENABLED, "false"))) {
            assertThat(off.latest()).isEqualTo(Sample.NONE);
            assertThat(samplers()).isZero();
            assertThat(beanIsThere()).isFalse();
        }
    }

    private static long openDescriptors() {
        return Path.of("/proc/self/fd").toFile().length();
    }
}
