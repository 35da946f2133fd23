package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.leak.GarbageComparison;
import io.fdscope.leak.LeakSources;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bean says of leaks, as a client without our classes reads it. */
class LeaksTest {
    private final Faults faults = new Faults();
    private final FakeVerdicts verdicts = new FakeVerdicts();

    @AfterEach
    void nothingHasFailed() {
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void aSuspectShowsAllThatIsKnownOfIt() throws JMException {
        verdicts.says(ExampleVerdicts.standing(3190));

        assertThat(client(verdicts.sources()).leakSuspects(10))
                .extracting(BeanClient::text)
                .containsExactly("""
                {cause=bound but never connected, and not closed, causeName=boundOnly, closingStack=[], \
                concernedCount=3190, countByState=unidentifiedSocketCount=3190, createdCount=3202, \
                creationSite=com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), \
                creationThread=Druid-ConnectionPool-Create-123, droppedWithoutCloseCount=12, \
                endpoints=db-1:3306=3190, estimated=false, growthPerMinute=812.5, heldAfterCloseCount=0, \
                oldestAgeMillis=45000, openCount=3190, openedBy=socket, reachability=partlyDropped, \
                stack=[java.net.Socket.bind(Socket.java:681), \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), \
                com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)], \
                state=standing, unidentifiedSocketCount=3190}""");
    }

    @Test
    void theFiguresOfTracingAreThoseOfTheLastVerdict() throws JMException {
        BeanClient client = client(verdicts.sources());
        assertThat(client.number("DroppedWithoutCloseCount")).isEqualTo(-1);
        assertThat(client.number("HeldAfterCloseCount")).isEqualTo(-1);
        verdicts.says(ExampleVerdicts.standing(3190));

        assertThat(client.number("DroppedWithoutCloseCount")).isEqualTo(12);
        assertThat(client.number("HeldAfterCloseCount")).isEqualTo(5);
        assertThat(((CompositeData) client.get("Snapshot")).get("heldAfterCloseCount"))
                .isEqualTo(5L);
    }

    @Test
    void theExplanationIsTheVerdictInWords() throws JMException {
        verdicts.says(ExampleVerdicts.standing(3190));

        assertThat(client(verdicts.sources()).invoke("explain")).isEqualTo("exhausting, suspects: 1\n");
        assertThat(client(LeakSources.NONE).invoke("explain")).isEqualTo("Nothing is judged here.\n");
    }

    @Test
    void aGarbageCollectionShowsWhatItClosed() throws JMException {
        verdicts.compares(new GarbageComparison(ExampleVerdicts.standing(3190), ExampleVerdicts.cleared(), true));
        CompositeData outcome = (CompositeData) client(verdicts.sources()).invoke("collectGarbageAndCompare");

        assertThat(BeanClient.text(outcome)).isEqualTo("""
                {openCountAfter=22, openCountBefore=3212, \
                suspects=[{creationSite=com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), \
                creationThread=Druid-ConnectionPool-Create-123, droppedWithoutCloseCount=3190, openCountAfter=0, \
                openCountBefore=3190, reachability=dropped}], \
                text=Created at com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203): \
                3,190 of 3,190 open sockets were closed by the garbage collection. The program drops them without \
                close().
                Open descriptors: 3,212 before, 22 after.
                }""");
    }

    @Test
    void aRowTellsWhoCreatedItsSocketUnlessTheSocketIsYoungerThanTheScan() throws JMException {
        LeakSources traced = new LeakSources(
                verdicts,
                verdict -> "",
                fd -> fd == 8 ? ExampleVerdicts.creation(fd) : ExampleVerdicts.laterCreation(fd),
                new FakeTracing());
        String rows = client(traced).descriptors("unidentified", 10).stream()
                .map(BeanClient::text)
                .collect(Collectors.joining("\n"));

        assertThat(rows).isEqualTo("""
                {ageMillis=10000, cause=, \
                creationSite=com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), \
                creationThread=Druid-ConnectionPool-Create-123, endpoint=db-1:3306, fd=8, \
                firstSeenEpochMillis=1700000055000, inode=5008, kind=socket, local=, protocol=unknown, remote=, \
                state=UNIDENTIFIED}
                {ageMillis=5000, cause=, creationSite=, creationThread=, endpoint=, fd=300, \
                firstSeenEpochMillis=1700000055000, inode=5300, kind=socket, local=, protocol=unknown, remote=, \
                state=UNIDENTIFIED}""");
    }

    private BeanClient client(LeakSources leaks) throws JMException {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        Beans.of(Samples::rich, null, leaks, faults).register(server, new Announcer(line -> {}));
        return new BeanClient(server);
    }
}
