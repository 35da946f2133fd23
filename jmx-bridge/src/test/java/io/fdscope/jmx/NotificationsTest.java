package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.leak.SuspectState;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.Alarms;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners are told, and what they cannot do to us. */
class NotificationsTest {
    private final Faults faults = new Faults();
    private final FakeVerdicts verdicts = new FakeVerdicts();
    private final Alarms alarms = Beans.alarms();
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final List<Notification> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private Registration registration;
    private long expectedFaults;

    @BeforeEach
    void show() {
        BeanSources sources = new BeanSources(() -> Sample.NONE, null, () -> {}, alarms, verdicts.sources(), faults);
        registration = new FileDescriptorsBean(sources).register(server, new Announcer(line -> {}));
    }

    @AfterEach
    void onlyTheExpectedHasFailed() {
        gate.countDown();
        registration.close();
        assertThat(faults.count()).as("%s", faults.byKind()).isEqualTo(expectedFaults);
    }

    @Test
    void eachChangeOfLevelIsToldOnce() throws JMException {
        listen((news, handback) -> heard.add(news));
        for (int open : new int[] {100, 800, 810, 950, 960, 800, 10}) {
            alarms.alerts().accept(sample(open));
        }

        assertThat(heard(4)).isEqualTo("""
                io.fdscope.utilization.warn 1 "800 of 1000 descriptors are open: warn" {growthPerMinute=300.5, \
                level=warn, openCount=800, previousLevel=recovered, secondsToExhaustion=9.98, softLimit=1000, \
                utilization=0.8}
                io.fdscope.utilization.critical 2 "950 of 1000 descriptors are open: critical" \
                {growthPerMinute=300.5, level=critical, openCount=950, previousLevel=warn, \
                secondsToExhaustion=9.98, softLimit=1000, utilization=0.95}
                io.fdscope.utilization.warn 3 "800 of 1000 descriptors are open: warn" {growthPerMinute=300.5, \
                level=warn, openCount=800, previousLevel=critical, secondsToExhaustion=9.98, softLimit=1000, \
                utilization=0.8}
                io.fdscope.utilization.recovered 4 "10 of 1000 descriptors are open: recovered" \
                {growthPerMinute=300.5, level=recovered, openCount=10, previousLevel=warn, \
                secondsToExhaustion=9.98, softLimit=1000, utilization=0.01}""");
    }

    @Test
    void exhaustionIsToldWithWhatFailed() throws JMException {
        listen((news, handback) -> heard.add(news));
        alarms.exhaustion().failed(new IOException("Too many open files"));
        alarms.exhaustion().accept(sample(990));
        alarms.exhaustion().accept(sample(1000));

        assertThat(heard(1)).isEqualTo("""
                io.fdscope.descriptors.exhausted 1 "no descriptor left: 990 of 1000 are open" \
                {failure=java.io.IOException: Too many open files, openCount=990, softLimit=1000}""");
    }

    @Test
    void aSuspectIsToldWithAllThatLeakSuspectsShows() throws JMException {
        listen((news, handback) -> heard.add(news));
        verdicts.says(ExampleVerdicts.standing(3190));
        verdicts.suspect(ExampleVerdicts.suspect(SuspectState.STANDING, 3190, 12));
        verdicts.clear(ExampleVerdicts.suspect(SuspectState.CLEARED, 0, 3202));

        assertThat(heard(2).lines().map(line -> line.replaceAll(" \\{.*", "")))
                .containsExactly(
                        "io.fdscope.leak.suspected 1 \"3190 sockets created at"
                                + " com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203):"
                                + " bound but never connected, and not closed\"",
                        "io.fdscope.leak.cleared 2 \"no longer leaking: sockets created at"
                                + " com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)\"");
        assertThat(BeanClient.text(heard.get(0).getUserData()))
                .isEqualTo(
                        BeanClient.text(new BeanClient(server).leakSuspects(1).get(0)));
        assertThat(heard.get(0).getSource()).isEqualTo(new ObjectName(FileDescriptorsMXBean.OBJECT_NAME));
    }

    @Test
    void aListenerThatBlocksKeepsNobodyButTheOtherListenersWaitingAndTheRestIsLostAndCounted() throws JMException {
        CountDownLatch entered = new CountDownLatch(1);
        listen((news, handback) -> {
            heard.add(news);
            entered.countDown();
            block();
        });
        alarms.alerts().accept(sample(800));
        Await.until("the listener blocks", () -> entered.getCount() == 0);
        for (int i = 0; i < Messenger.MOST_WAITING + 3; i++) {
            alarms.alerts().accept(sample(i % 2 == 0 ? 10 : 800));
        }

        assertThat(faults.byKind()).containsEntry("jmx: java.lang.IllegalStateException", 3L);
        expectedFaults = 3;
        gate.countDown();
        Await.until("the others are told", () -> heard.size() == 1 + Messenger.MOST_WAITING);
    }

    @Test
    void aFilterThatBlocksKeepsNobodyWaiting() throws JMException {
        server.addNotificationListener(
                new ObjectName(FileDescriptorsMXBean.OBJECT_NAME),
                (news, handback) -> heard.add(news),
                news -> block(),
                null);
        alarms.alerts().accept(sample(800));

        assertThat(heard).isEmpty();
        gate.countDown();
        Await.until("it is told", () -> heard.size() == 1);
    }

    @Test
    void aListenerThatThrowsIsCountedAndTheOthersHear() throws JMException {
        listen((news, handback) -> {
            throw new LinkageError("its classes are gone");
        });
        listen((news, handback) -> heard.add(news));
        alarms.alerts().accept(sample(800));

        Await.until("the other hears", () -> heard.size() == 1);
        assertThat(faults.byKind()).containsOnlyKeys("jmx: java.lang.LinkageError");
        expectedFaults = 1;
    }

    @Test
    void nothingIsToldOnceClosedAndTheThreadEnds() throws JMException {
        listen((news, handback) -> heard.add(news));
        alarms.alerts().accept(sample(800));
        Await.until("it is told", () -> heard.size() == 1);
        registration.close();
        alarms.alerts().accept(sample(10));
        verdicts.suspect(ExampleVerdicts.suspect(SuspectState.STANDING, 3190, 12));

        Await.until(
                "the thread ends",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals(Messenger.NAME)));
        assertThat(heard).hasSize(1);
    }

    private boolean block() {
        while (gate.getCount() > 0) {
            Thread.onSpinWait();
        }
        return true;
    }

    private void listen(NotificationListener listener) throws JMException {
        server.addNotificationListener(new ObjectName(FileDescriptorsMXBean.OBJECT_NAME), listener, null, null);
    }

    private String heard(int count) {
        Await.until(count + " notifications", () -> heard.size() >= count);
        return heard.stream()
                .map(news -> "%s %d \"%s\" %s"
                        .formatted(
                                news.getType(),
                                news.getSequenceNumber(),
                                news.getMessage(),
                                BeanClient.text(news.getUserData())))
                .collect(Collectors.joining("\n"));
    }

    private static Sample sample(long open) {
        Reading reading = new Reading(1, 1, open, new Limits(1000, 1000), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
        return new Sample(reading, Scan.NONE, new Trend(300.5, 9.98), 0, "fake");
    }
}
