package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanAttributeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real client without our classes, over a connection that was open before the last descriptor was gone. */
class JmxtermTest {
    private static final int SOFT_LIMIT = 512;
    private static final int MOST_POLLS = 500;

    /** The attribute named last ends the answer. */
    private static final String FIGURES =
            "get -b io.fdscope:type=FileDescriptors ScanCount OpenCount SoftLimit UnidentifiedSocketCount FaultCount";

    private static final FileDescriptorsBean ANY_BEAN = Beans.any();

    private static final Pattern FIGURE = Pattern.compile("(\\w+) = (-?[0-9]+);");

    @TempDir
    private Path folder;

    @Test
    void figuresKeepComingWhileNoDescriptorIsLeft() throws Exception {
        int port = LeakingJvm.freePort();
        try (ForkedProcess leaking = LeakingJvm.fork(SOFT_LIMIT, port);
                ForkedProcess jmxterm = jmxterm()) {
            leaking.await("registered true");
            jmxterm.send("open 127.0.0.1:" + port);
            jmxterm.await("is opened");
            leaking.send("leak");
            long leaked = Long.parseLong(leaking.await("leaked ").substring("leaked ".length()));

            long scans = figures(jmxterm).get("ScanCount");
            for (int i = 0; i < 5; i++) {
                Map<String, Long> figures = figuresAfterScan(jmxterm, scans + 1);
                scans = figures.get("ScanCount");
                assertThat(figures).containsEntry("SoftLimit", (long) SOFT_LIMIT);
                assertThat(figures).containsEntry("UnidentifiedSocketCount", leaked);
                assertThat(figures).containsEntry("FaultCount", 0L);
                assertThat(figures.get("OpenCount")).isBetween(SOFT_LIMIT - 4L, (long) SOFT_LIMIT);
            }
            assertThat(Collections.frequency(
                            Lsof.types(leaking.pid(), folder.resolve("lsof")).values(), "sock"))
                    .isEqualTo((int) leaked);
            assertThatEverythingCanBeRead(jmxterm, leaked);
            assertThat(jmxterm.end()).isZero();
            assertThat(leaking.end()).isZero();
            assertThat(leaking.heard()).contains("faults {}");
        }
    }

    private static void assertThatEverythingCanBeRead(ForkedProcess jmxterm, long unidentified) throws IOException {
        for (MBeanAttributeInfo attribute : ANY_BEAN.getMBeanInfo().getAttributes()) {
            jmxterm.send("get -b io.fdscope:type=FileDescriptors " + attribute.getName());
            jmxterm.await(attribute.getName() + " = ");
        }
        jmxterm.send("get -b io.fdscope:type=FileDescriptors Snapshot.unidentifiedSocketCount");
        jmxterm.await("Snapshot.unidentifiedSocketCount = " + unidentified + ";");
        jmxterm.send("run -b io.fdscope:type=FileDescriptors descriptors unidentified 3");
        jmxterm.await("state = UNIDENTIFIED;");
        jmxterm.send("run -b io.fdscope:type=FileDescriptors scanNow");
        jmxterm.await("unidentifiedSocketCount = " + unidentified + ";");
        jmxterm.send("run -b io.fdscope:type=FileDescriptors descriptors nonsense 3");
        jmxterm.await("IllegalArgumentException: filter is no kind, protocol or state of descriptors: 'nonsense'");
        assertThatTheVerdictCanBeRead(jmxterm);
        jmxterm.send("set -b io.fdscope:type=FileDescriptors CountPeriodMillis 60");
        jmxterm.await("is set to 60");
    }

    private static void assertThatTheVerdictCanBeRead(ForkedProcess jmxterm) throws IOException {
        jmxterm.send("run -b io.fdscope:type=FileDescriptors explain");
        jmxterm.await("exhausting, suspects: 1");
        jmxterm.send("run -b io.fdscope:type=FileDescriptors leakSuspects 5");
        jmxterm.await("creationSite = com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203);");
        jmxterm.await("state = standing;");
        jmxterm.send("run -b io.fdscope:type=FileDescriptors collectGarbageAndCompare");
        jmxterm.await("3,190 of 3,190 open sockets were closed by the garbage collection.");
    }

    /** The first figures of a scan that began after scan number {@code after}. */
    private static Map<String, Long> figuresAfterScan(ForkedProcess jmxterm, long after) throws IOException {
        Map<String, Long> figures = figures(jmxterm);
        for (int i = 0; i < MOST_POLLS && figures.get("ScanCount") <= after; i++) {
            figures = figures(jmxterm);
        }
        assertThat(figures.get("ScanCount")).isGreaterThan(after);
        return figures;
    }

    private static Map<String, Long> figures(ForkedProcess jmxterm) throws IOException {
        int from = jmxterm.heard().size();
        jmxterm.send(FIGURES);
        jmxterm.await("FaultCount = ");
        Map<String, Long> figures = new HashMap<>();
        List<String> answer = jmxterm.heard().subList(from, jmxterm.heard().size());
        for (String line : answer) {
            Matcher figure = FIGURE.matcher(line);
            if (figure.matches()) {
                figures.put(figure.group(1), Long.valueOf(figure.group(2)));
            }
        }
        return figures;
    }

    private static ForkedProcess jmxterm() throws IOException {
        String jar = System.getProperty("jmxterm.jar");
        return ForkedProcess.start(List.of(ForkedProcess.java(), "-jar", jar, "-n", "-v", "brief"));
    }
}
