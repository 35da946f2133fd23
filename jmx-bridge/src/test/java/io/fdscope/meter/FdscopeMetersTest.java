package io.fdscope.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Faults;
import io.fdscope.jmx.FileDescriptorsMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.junit.jupiter.api.Test;

/** The meters of this very JVM, read through its real MXBean. */
class FdscopeMetersTest {
    private static final double NO_LIMIT = 0x1p63;

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Faults faults = new Faults();
    private final FdscopeMeters meters = new FdscopeMeters(() -> server, faults);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private static double value(MeterRegistry registry, String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private double value(String name, String... tags) {
        return value(registry, name, tags);
    }

    private List<Double> all() {
        return registry.getMeters().stream()
                .map(meter -> ((Gauge) meter).value())
                .toList();
    }

    @Test
    void everySocketThatIsOpenedAddsToItsMeters() throws IOException, JMException {
        meters.bindTo(registry);
        try (WatchedJvm jvm = new WatchedJvm(server)) {
            jvm.scan();
            double unidentified = value("process.sockets.unidentified");
            double listening = value("process.sockets.state", "protocol", "tcp", "state", "listen");
            double pipes = value("process.files.kind", "kind", "pipe");
            Pipe pipe = Pipe.open();
            try (SocketChannel one = SocketChannel.open();
                    SocketChannel two = SocketChannel.open();
                    ServerSocketChannel server = ServerSocketChannel.open().bind(null);
                    Pipe.SourceChannel source = pipe.source();
                    Pipe.SinkChannel sink = pipe.sink()) {
                assertThat(List.of(one, two, server, source, sink)).hasSize(5);
                jvm.scan();
                assertThat(value("process.sockets.unidentified")).isEqualTo(unidentified + 2);
                assertThat(value("process.sockets.state", "protocol", "tcp", "state", "listen"))
                        .isEqualTo(listening + 1);
                assertThat(value("process.files.kind", "kind", "pipe")).isEqualTo(pipes + 2);
            }
            assertThat(jvm.faults().byKind()).isEmpty();
        }
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void tellsWhatTheMxBeanTells() throws JMException {
        meters.bindTo(registry);
        try (WatchedJvm jvm = new WatchedJvm(server)) {
            jvm.scan();

            assertThat(value("process.files.limit.hard")).isEqualTo(jvm.told("HardLimit"));
            assertThat(value("process.files.headroom")).isEqualTo(jvm.told("Headroom"));
            assertThat(value("process.sockets.unidentified")).isEqualTo(jvm.told("UnidentifiedSocketCount"));
            assertThat(value("process.files.kind", "kind", "socket")).isEqualTo(jvm.told("SocketCount"));
            assertThat(sum("process.sockets.state")).isEqualTo(jvm.told("SocketCount"));
        }
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void unboundDatagramSocketsAreInOneSeriesOnly() throws IOException, JMException {
        meters.bindTo(registry);
        try (WatchedJvm jvm = new WatchedJvm(server);
                DatagramChannel unbound = DatagramChannel.open(StandardProtocolFamily.INET)) {
            assertThat(unbound.getLocalAddress()).isNull();
            jvm.scan();
            double unidentified = registry.get("process.sockets.state").tags("state", "unidentified").gauges().stream()
                    .mapToDouble(Gauge::value)
                    .sum();

            assertThat(unidentified)
                    .isEqualTo(jvm.told("UnidentifiedSocketCount"))
                    .isPositive();
            assertThat(sum("process.sockets.state")).isEqualTo(jvm.told("SocketCount"));
        }
    }

    private double sum(String name) {
        return registry.get(name).gauges().stream().mapToDouble(Gauge::value).sum();
    }

    @Test
    void allIsUnknownWhereNothingRunsAndThatIsNoFault() {
        meters.bindTo(registry);

        assertThat(all()).hasSize(33).containsOnly(Double.NaN);
        assertThat(meters.faults()).isEmpty();
    }

    @Test
    void allIsUnknownBeforeTheFirstSample() {
        meters.bindTo(registry);
        try (WatchedJvm jvm = new WatchedJvm(server)) {
            assertThat(jvm.faults().byKind()).isEmpty();
            assertThat(all()).containsOnly(Double.NaN);

            jvm.scan();

            assertThat(value("process.files.headroom")).isPositive();
            // Neither traced nor growing.
            assertThat(value("process.sockets.held.after.close")).isNaN();
            assertThat(value("process.files.seconds.to.exhaustion")).isNaN();
        }
    }

    @Test
    void followsAnMxBeanThatComesAndGoes() {
        meters.bindTo(registry);
        try (WatchedJvm jvm = new WatchedJvm(server)) {
            jvm.scan();
            double before = value("process.files.limit.hard");
            jvm.unregister();
            assertThat(all()).containsOnly(Double.NaN);
            jvm.register();
            assertThat(value("process.files.limit.hard")).isEqualTo(before).isPositive();
        }
        assertThat(meters.faults()).isEmpty();
    }

    @Test
    void closingTakesTheMetersOutOfEveryRegistryAndLeavesOthersThere() {
        PrometheusMeterRegistry second = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new FileDescriptorMetrics().bindTo(registry);
        int others = registry.getMeters().size();
        meters.bindTo(registry);
        meters.bindTo(second);

        meters.close();
        meters.close();

        assertThat(registry.getMeters()).hasSize(others).isNotEmpty();
        assertThat(second.getMeters()).isEmpty();
        assertThat(second.scrape()).isEmpty();
        meters.bindTo(registry);
        assertThat(registry.getMeters()).hasSize(others + 33);
    }

    @Test
    void aRegistryThatIsClosedFirstDoesNotKeepTheMetersFromClosing() {
        meters.bindTo(registry);
        Gauge gauge = registry.get("process.files.headroom").gauge();
        registry.close();

        assertThat(gauge.value()).isNaN();
        meters.close();
        assertThat(registry.getMeters()).isEmpty();
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void noLimitStaysTheNumberThatTheMxBeanHasForIt() throws JMException {
        register(new Foreign(Long.MAX_VALUE, null));
        meters.bindTo(registry);

        assertThat(value("process.files.limit.hard")).isEqualTo(NO_LIMIT);
    }

    @Test
    void whatAnotherBeanUnderTheNameAnswersIsUnknownAndWhatFailsIsCounted() throws JMException {
        register(new Foreign(7, map()));
        meters.bindTo(registry);

        assertThat(value("process.files.limit.hard")).isEqualTo(7);
        // The attribute throws, is not there, has an index of two, and is no map.
        assertThat(value("process.files.headroom")).isNaN();
        assertThat(value("process.sockets.unidentified")).isNaN();
        assertThat(value("process.files.kind", "kind", "socket")).isNaN();
        assertThat(value("process.sockets.state", "protocol", "tcp", "state", "listen"))
                .isNaN();
        assertThat(meters.faults())
                .isEqualTo(Map.of(
                        "meter: javax.management.RuntimeMBeanException",
                        1L,
                        "meter: javax.management.AttributeNotFoundException",
                        1L,
                        "meter: javax.management.openmbean.InvalidKeyException",
                        1L));
    }

    private void register(Foreign bean) throws JMException {
        server.registerMBean(
                new StandardMBean(bean, ForeignMBean.class), new ObjectName(FileDescriptorsMXBean.OBJECT_NAME));
    }

    private static TabularData map() throws OpenDataException {
        String[] items = {"key", "more", "value"};
        OpenType<?>[] types = {SimpleType.STRING, SimpleType.STRING, SimpleType.LONG};
        CompositeType row = new CompositeType("row", "row", items, items, types);
        TabularType type = new TabularType("map", "map", row, new String[] {"key", "more"});
        TabularDataSupport map = new TabularDataSupport(type);
        map.put(new CompositeDataSupport(row, items, new Object[] {"socket", "", 1L}));
        return map;
    }

    /** What somebody else may have put under our name. */
    public interface ForeignMBean {
        long getHardLimit();

        long getHeadroom();

        TabularData getCountByKind();

        String getSocketCountByState();
    }

    private record Foreign(long limit, TabularData map) implements ForeignMBean {
        @Override
        public long getHardLimit() {
            return limit;
        }

        @Override
        public long getHeadroom() {
            throw new IllegalStateException("refused");
        }

        @Override
        public TabularData getCountByKind() {
            return map;
        }

        @Override
        public String getSocketCountByState() {
            return "many";
        }
    }
}
