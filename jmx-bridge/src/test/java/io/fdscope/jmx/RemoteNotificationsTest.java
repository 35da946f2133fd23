package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

/** A real client, connected before the last descriptor is gone, is told what happens. */
class RemoteNotificationsTest {
    private static final int SOFT_LIMIT = 512;

    private final List<Notification> heard = new CopyOnWriteArrayList<>();

    @Test
    @SuppressWarnings("BanJNDI") // The server is ours, on loopback.
    void aClientIsToldOfTheWayToExhaustionAndBackOnce() throws Exception {
        int port = LeakingJvm.freePort();
        try (ForkedProcess leaking = LeakingJvm.fork(SOFT_LIMIT, port)) {
            leaking.await("registered true");
            try (JMXConnector connector = JMXConnectorFactory.connect(
                    new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi"))) {
                connector
                        .getMBeanServerConnection()
                        .addNotificationListener(
                                new ObjectName(FileDescriptorsMXBean.OBJECT_NAME),
                                (news, handback) -> heard.add(news),
                                null,
                                null);
                leaking.send("leak");
                Await.until("it is exhausted", () -> types().contains(Notifications.EXHAUSTED));
                leaking.send("suspect");
                leaking.send("clear");
                leaking.send("free");
                Await.until("it has recovered", () -> types().contains("io.fdscope.utilization.recovered"));
            }
            assertThat(leaking.end()).isZero();
            assertThat(leaking.heard()).contains("faults {}"); // also what the JDK logs of the client that leaves
        }
        assertThat(types().stream().filter(type -> !type.equals("io.fdscope.utilization.warn")))
                .containsExactlyInAnyOrder(
                        "io.fdscope.utilization.critical",
                        "io.fdscope.descriptors.exhausted",
                        "io.fdscope.leak.suspected",
                        "io.fdscope.leak.cleared",
                        "io.fdscope.utilization.recovered");
        CompositeData exhausted = data(Notifications.EXHAUSTED);
        assertThat(exhausted.get("softLimit")).isEqualTo((long) SOFT_LIMIT);
        assertThat((long) exhausted.get("openCount")).isGreaterThanOrEqualTo(SOFT_LIMIT);
        assertThat(data(Notifications.SUSPECTED).get("openCount")).isEqualTo(3190L);
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        heard.forEach(news -> types.add(news.getType()));
        return types;
    }

    private CompositeData data(String type) {
        return heard.stream()
                .filter(news -> news.getType().equals(type))
                .map(news -> (CompositeData) news.getUserData())
                .findFirst()
                .orElseThrow();
    }
}
