package io.fdscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.Fdscope;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.MeterNames;
import io.fdscope.option.Option;
import io.fdscope.option.Options;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM that has micrometer-registry-jmx on its class path. */
class MeterBridgeTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @TempDir
    private Path folder;

    private static int published() throws JMException {
        return SERVER.queryNames(new ObjectName("io.fdscope.meters:*"), null).size();
    }

    @Test
    void theLibraryPublishesByTheMicrometerNextToItUntilClosed() throws IOException, JMException {
        ObjectName meter = new ObjectName("io.fdscope.meters:name=processSocketsUnidentified,type=gauges");
        try (Fdscope fdscope = Fdscope.start(Options.DEFAULT.with(Option.MICROMETER, "jmx"))) {
            assertThat(published()).isEqualTo(MeterNames.documented().size());
            long unidentified = fdscope.scanNow().scan().unidentified();
            assertThat(SERVER.getAttribute(meter, "Value")).isEqualTo((double) unidentified);
            assertThat(fdscope.faults()).isEmpty();
        }
        assertThat(published()).isZero();
    }

    @Test
    void theLibraryPublishesNothingUnasked() throws JMException {
        try (Fdscope fdscope = Fdscope.start()) {
            assertThat(fdscope.faults()).isEmpty();
            assertThat(published()).isZero();
        }
    }

    @Test
    void withoutTheMxBeanThereIsNothingToShow() throws JMException {
        Options options = Options.DEFAULT.with(Option.MICROMETER, "jmx").with(Option.JMX, "off");
        try (Fdscope fdscope = Fdscope.start(options)) {
            assertThat(published()).isZero();
            assertThat(fdscope.faults()).isEmpty();
        }
        Faults faults = new Faults();
        assertThatThrownBy(new MeterBridge(() -> options, Optional.empty(), faults)::apply)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("micrometer=jmx: no meters, for want of the MXBean that they show");
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void aDamagedCompanionIsSaidAndCountedAndMetersCanStillBePublishedWithoutIt() throws IOException, JMException {
        Faults faults = new Faults();
        Options options = Options.DEFAULT.with(Option.MICROMETER, "jmx");
        Files.writeString(folder.resolve(MeterBridge.COMPANION), "no jar");
        try (MeterBridge bridge = new MeterBridge(() -> options, Optional.of(folder.resolve("fdscope.jar")), faults)) {
            bridge.beanIsUp();
            assertThatThrownBy(bridge::apply)
                    .hasMessage("micrometer=jmx: no meters, because of java.lang.ClassNotFoundException:"
                            + " io.fdscope.meter.JmxMeters");
            assertThat(faults.byKind()).isEqualTo(Map.of("meter: java.lang.ClassNotFoundException", 1L));

            Files.delete(folder.resolve(MeterBridge.COMPANION));
            bridge.apply();
            bridge.apply();
            assertThat(published()).isEqualTo(MeterNames.documented().size());
        }
        assertThat(published()).isZero();
        assertThat(faults.count()).isEqualTo(1);
    }

    @Test
    void theLoaderThatJoinsMetersAndMicrometerIsGoneOnceTheyAreClosed() throws Exception {
        WeakReference<ClassLoader> loader = publishAndClose();
        Await.until("the end of the loader", () -> {
            System.gc();
            return loader.refersTo(null);
        });
        assertThat(published()).isZero();
    }

    private static WeakReference<ClassLoader> publishAndClose() throws Exception {
        Faults faults = new Faults();
        try (MeterLoader loader = MeterLoader.over(ClassLoader.getSystemClassLoader());
                AutoCloseable meters = (AutoCloseable) loader.loadClass("io.fdscope.meter.JmxMeters")
                        .getConstructor(Faults.class)
                        .newInstance(faults)) {
            assertThat(meters.getClass().getClassLoader()).isSameAs(loader);
            assertThat(published()).isEqualTo(MeterNames.documented().size());
            assertThat(faults.byKind()).isEmpty();
            return new WeakReference<>(loader);
        }
    }
}
