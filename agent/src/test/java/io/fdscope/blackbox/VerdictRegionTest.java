package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictText;
import io.fdscope.origin.CreationLookup;
import io.fdscope.origin.TracingControl;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a black box says of the verdict. */
class VerdictRegionTest extends BlackBoxCase {
    @Test
    void theVerdictStandsThereInWordsAndForTools() throws IOException {
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.verdict()).isEqualTo("exhausting, suspects: 1\n");
        assertThat(box.figures())
                .containsEntry("heldAfterCloseCount", 5L)
                .containsEntry("droppedWithoutCloseCount", 12L);
        assertThat(box.suspects())
                .singleElement()
                .satisfies(suspect -> assertThat(
                                String.join("\n", suspect.values().toString().split(", (?=\\w+=)", -1)))
                        .isEqualTo("""
                {creationSite=com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                creationThread=Druid-ConnectionPool-Create-123
                openedBy=socket
                state=standing
                cause=bound but never connected, and not closed
                causeName=boundOnly
                reachability=partlyDropped
                concernedCount=3190
                openCount=3190
                unidentifiedSocketCount=3190
                heldAfterCloseCount=0
                droppedWithoutCloseCount=12
                createdCount=3202
                estimated=false
                countByState={unidentifiedSocketCount=3190}
                oldestAgeMillis=45000
                growthPerMinute=812.5
                endpoints={db-1:3306=3190}
                stack=[java.net.Socket.bind(Socket.java:681), \
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203), \
                com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)]
                closingStack=[]}"""));
    }

    @Test
    void theVerdictIsRewrittenWhenItChanges() throws IOException {
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());
        verdicts.says(ExampleVerdicts.cleared());
        writer.accept(process.sampler().latest());

        assertThat(BlackBoxReader.read(writer.file()).verdict()).isEqualTo("stable, suspects: 1\n");
    }

    @Test
    void aVerdictTooLongForItsPlaceIsCutAndSaysSo() throws IOException {
        leaks = worded("häufig ".repeat(5000));
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.verdict())
                .startsWith("häufig häufig")
                .hasSizeGreaterThan(14_000)
                .doesNotContain("\ufffd");
        assertThat(box.suspects()).hasSize(1);
    }

    @Test
    void aLongVerdictEndsWithAHint() throws IOException {
        leaks = worded("often ".repeat(5000));
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().latest());

        assertThat(BlackBoxReader.read(writer.file()).verdict()).endsWith("\n(There is more: ask by JMX.)\n");
    }

    private LeakSources worded(String text) {
        return new LeakSources(verdicts, verdict -> text, CreationLookup.NONE, TracingControl.NONE);
    }

    @Test
    void ofALongVerdictWhatToDoAndHowSureItIsRemain() throws IOException {
        Verdict verdict = ExampleVerdicts.many(40, 100);
        String whole = new VerdictText(4711).of(verdict);
        BlackBox box = written(verdict);

        assertThat(box.verdict())
                .startsWith(whole.substring(0, whole.indexOf("Suspect: ")))
                .endsWith(whole.substring(whole.indexOf("How sure this is:")))
                .hasSizeGreaterThan(14_000);
    }

    @Test
    void stacksAreCutSoThatEverySuspectFits() throws IOException {
        BlackBox box = written(ExampleVerdicts.many(20, 100));

        assertThat(box.suspects()).hasSize(20).allSatisfy(suspect -> {
            List<String> stack = suspect.texts("stack");
            assertThat(stack).hasSizeBetween(2, 99);
            assertThat(stack).last().isEqualTo("… " + (101 - stack.size()) + " more");
        });
        assertThat(box.suspectsLeftOut()).isZero();
    }

    @Test
    void suspectsWithoutRoomAreLeftOutAndCounted() throws IOException {
        BlackBox box = written(ExampleVerdicts.many(100, 100));

        assertThat(box.suspects()).hasSizeGreaterThan(20);
        assertThat(box.suspectsLeftOut()).isEqualTo(100 - box.suspects().size()).isPositive();
        assertThat(box.suspects())
                .allSatisfy(suspect -> assertThat(suspect.texts("stack")).containsExactly("… 100 more"));
        assertThat(box.suspects().get(0).text("creationSite"))
                .isEqualTo("com.example.shop.Service0.call0(Service0.java:1)");
    }

    private BlackBox written(Verdict verdict) throws IOException {
        leaks = new LeakSources(verdicts, new VerdictText(4711)::of, CreationLookup.NONE, TracingControl.NONE);
        BlackBoxWriter writer = open();
        verdicts.says(verdict);
        writer.accept(process.sampler().latest());
        return BlackBoxReader.read(writer.file());
    }

    @Test
    void aVerdictThatCannotBeWordedIsAFaultAndTheFiguresAreWritten() throws IOException {
        leaks = new LeakSources(
                verdicts,
                verdict -> {
                    throw new IllegalStateException("no words");
                },
                CreationLookup.NONE,
                TracingControl.NONE);
        BlackBoxWriter writer = open();
        verdicts.says(ExampleVerdicts.standing(3190));
        writer.accept(process.sampler().scanNow());
        writer.accept(process.sampler().scanNow());
        expectedFaults = 1;

        BlackBox box = BlackBoxReader.read(writer.file());

        assertThat(box.torn()).isFalse();
        assertThat(box.timeline()).hasSize(2);
        assertThat(box.figures()).containsEntry("heldAfterCloseCount", 5L);
    }
}
