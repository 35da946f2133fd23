package io.fdscope.jmx;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.leak.GarbageComparison;
import io.fdscope.leak.LeakListener;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.SuspectState;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.leak.VerdictSource;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.Alert;
import io.fdscope.threshold.AlertLevel;
import io.fdscope.threshold.Exhaustion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;

/**
 * Everything that a client may ask for, asked once of an example: with no descriptor left, a class that has to be opened
 * first is lost for good. A failure is rehearsed too, and not counted.
 */
final class Rehearsal {
    private static final Suspect SUSPECT = new Suspect(
            new CreationSite(OpenedBy.SOCKET, Arrays.asList(new Throwable().getStackTrace()), 0),
            "example",
            SuspectState.STANDING,
            SuspectCause.UNKNOWN,
            new SuspectCounts(1, 0, 0, Map.of(), 0, 1, false),
            0,
            0,
            Map.of("example", 1L),
            "example");

    private final Faults practice = new Faults();
    private final Sample example = example();
    private final FileDescriptorsBean bean;

    Rehearsal(BeanSources sources) {
        LeakSources leaks = new LeakSources(
                new ExampleVerdicts(),
                sources.leaks().words(),
                sources.leaks().creations(),
                sources.leaks().tracing());
        bean = new FileDescriptorsBean(
                new BeanSources(() -> example, sources.sampler(), () -> {}, sources.alarms(), leaks, practice));
    }

    void run() throws JMException {
        bean.getAttributes(Arrays.stream(bean.getMBeanInfo().getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new));
        bean.invoke("descriptors", new Object[] {"", 1}, new String[] {String.class.getName(), "int"});
        bean.invoke("leakSuspects", new Object[] {1}, new String[] {"int"});
        bean.invoke("explain", new Object[0], new String[0]);
        bean.invoke("collectGarbageAndCompare", new Object[0], new String[0]);
        UserData.of(() -> new LeakSuspect(SUSPECT));
        UserData.of(() -> new UtilizationChange(new Alert(AlertLevel.NORMAL, AlertLevel.NORMAL, example)));
        UserData.of(() -> new DescriptorsExhausted(new Exhaustion("", example)));
        practice.record(Edge.JMX, new IllegalStateException("rehearsed"));
    }

    private static Sample example() {
        TableUpdate update = DescriptorTable.empty(0).update();
        update.present(0, DescriptorKind.SOCKET, 0, 0);
        DescriptorTable table = update.build();
        Scan scan = new Scan(Reading.NONE, table, Census.of(table), true, true, 0, 0, 0, 1);
        return new Sample(Reading.NONE, scan, Trend.UNKNOWN, 0, "example");
    }

    /** Collects nothing. */
    private static final class ExampleVerdicts implements VerdictSource {
        private static final Verdict EXAMPLE = new Verdict(
                VerdictLevel.GROWING, Reading.NONE, Trend.UNKNOWN, 1, 0, List.of(SUSPECT), Verdict.NONE.tracing());

        @Override
        public Verdict latest() {
            return EXAMPLE;
        }

        @Override
        public Verdict fresh() {
            return EXAMPLE;
        }

        @Override
        public GarbageComparison collectGarbageAndCompare() {
            return new GarbageComparison(EXAMPLE, EXAMPLE, true);
        }

        @Override
        public void listen(LeakListener listener) {}

        @Override
        public void forget(LeakListener listener) {}
    }
}
