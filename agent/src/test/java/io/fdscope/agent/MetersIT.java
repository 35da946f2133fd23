package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.jmx.JmxReporter;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.MeterNames;
import io.fdscope.fixture.MeterNames.Series;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.jmx.JmxMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The option {@code micrometer=jmx} of the finished agent. */
class MetersIT {
    private static final String BEAN = "io.fdscope:type=FileDescriptors";

    @TempDir
    private Path folder;

    private static ForkedProcess host(String classPath, Path agent, String options) throws IOException {
        return AgentHost.onClassPath(
                classPath,
                "io.fdscope.agent.MeterHost",
                "-javaagent:" + agent + (options.isEmpty() ? "" : "=" + options));
    }

    private static String jcmd(ForkedProcess host, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(host.pid())));
        command.addAll(List.of(words));
        return String.join("\n", ForkedProcess.run(command.toArray(String[]::new)));
    }

    private static void reconfigure(ForkedProcess host, String options) throws IOException {
        jcmd(host, "JVMTI.agent_load", AgentHost.JAR.toString(), '"' + options + '"');
    }

    private static List<String> names(ForkedProcess host) {
        try {
            host.send("names io.fdscope.meters:*");
            return host.until(".").stream()
                    .filter(line -> line.startsWith("io.fdscope.meters:"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitMeters(ForkedProcess host) throws IOException {
        int all = MeterNames.documented().size();
        Await.until("all meters", () -> names(host).size() == all);
    }

    private static double value(ForkedProcess host, String meter) throws IOException {
        return Double.parseDouble(get(host, "Value", "io.fdscope.meters:name=" + meter + ",type=gauges"));
    }

    private static String get(ForkedProcess host, String attribute, String name) throws IOException {
        host.send("get " + attribute + " " + name);
        return host.await("= ").substring(2);
    }

    private static void tell(ForkedProcess host, String order, String answer) throws IOException {
        host.send(order);
        host.await(answer);
    }

    @Test
    void theCompanionJarPublishesTheDocumentedNamesAndWhatReallyLeaks() throws IOException {
        try (ForkedProcess host = host("target/test-classes", AgentHost.JAR, "micrometer=jmx")) {
            awaitMeters(host);
            assertThat(names(host))
                    .containsExactlyInAnyOrderElementsOf(MeterNames.documented().stream()
                            .map(Series::objectName)
                            .toList());
            tell(host, "scan", "scanned");
            double before = value(host, "processSocketsUnidentified");
            tell(host, "leak 25", "leaked 25");
            tell(host, "scan", "scanned");

            assertThat(value(host, "processSocketsUnidentified")).isEqualTo(before + 25);
            assertThat(get(host, "UnidentifiedSocketCount", BEAN)).isEqualTo(Long.toString((long) before + 25));
            assertThat(value(host, "processSocketsHeldAfterClose")).isZero();
            assertThat(get(host, "Faults", BEAN)).contains("contents={}");
            assertThat(host.end()).isZero();
            // Neither the agent nor the logging within Micrometer has had anything to say.
            assertThat(host.heard()).noneMatch(line -> line.startsWith("fdscope:") || line.contains("SLF4J"));
        }
    }

    @Test
    void switchedOffWhileRunningTheMetersAreGoneWithTheirClassesAndComeBack() throws IOException {
        try (ForkedProcess host = host("target/test-classes", AgentHost.JAR, "micrometer=jmx")) {
            awaitMeters(host);
            assertThat(jcmd(host, "VM.classloader_stats")).contains("io.fdscope.monitor.MeterLoader");

            reconfigure(host, "micrometer=off");

            host.await("runs already in this JVM (agent) and goes on with micrometer=off");
            assertThat(names(host)).isEmpty();
            Await.until("the end of the loader", () -> hasNoMeterLoader(host));
            reconfigure(host, "micrometer=jmx");
            awaitMeters(host);
            reconfigure(host, "enabled=false");
            host.await("stops now");
            assertThat(names(host)).isEmpty();
            assertThat(host.end()).isZero();
        }
    }

    private static boolean hasNoMeterLoader(ForkedProcess host) {
        try {
            jcmd(host, "GC.run");
            return !jcmd(host, "VM.classloader_stats").contains("io.fdscope.monitor.MeterLoader");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void metersAreToldWhenNoDescriptorIsLeft() throws IOException {
        String java = ForkedProcess.java();
        try (ForkedProcess host = ForkedProcess.start(List.of(
                "sh",
                "-c",
                "ulimit -n 400; exec \"$0\" \"$@\"",
                java,
                "-javaagent:" + AgentHost.JAR + "=micrometer=jmx,scan=100ms,count=100ms,budget=50%",
                "-cp",
                "target/test-classes",
                "io.fdscope.agent.MeterHost"))) {
            awaitMeters(host);
            tell(host, "leak 10000", "full");
            int leaked = Integer.parseInt(host.await("leaked ").substring("leaked ".length()));
            tell(host, "scan", "scanned");

            assertThat(value(host, "processSocketsUnidentified")).isEqualTo(leaked);
            assertThat(value(host, "processFilesHeadroom")).isLessThanOrEqualTo(2);
            assertThat(value(host, "processFilesKind.kind.socket")).isGreaterThanOrEqualTo(leaked);
            tell(host, "free", "freed");
            tell(host, "scan", "scanned");
            assertThat(value(host, "processSocketsUnidentified")).isZero();
            assertThat(get(host, "Faults", BEAN)).contains("contents={}");
            assertThat(host.end()).isZero();
        }
    }

    @Test
    void withoutTheCompanionTheApplicationsOwnMicrometerIsTaken() throws IOException {
        Path alone = Files.copy(AgentHost.JAR, folder.resolve("fdscope.jar"));
        String classPath = Stream.of(
                        JmxMeterRegistry.class,
                        MeterRegistry.class,
                        KeyValue.class,
                        JmxReporter.class,
                        MetricRegistry.class,
                        LoggerFactory.class)
                .map(ForkedProcess::home)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator, "target/test-classes" + File.pathSeparator, ""));
        try (ForkedProcess host = host(classPath, alone, "micrometer=jmx")) {
            awaitMeters(host);
            tell(host, "leak 11", "leaked 11");
            tell(host, "scan", "scanned");
            assertThat(value(host, "processSocketsUnidentified")).isEqualTo(11);
            assertThat(get(host, "Faults", BEAN)).contains("contents={}");
            assertThat(host.end()).isZero();
        }
    }

    @Test
    void withoutAnyMicrometerOneLineSaysWhatToPutWhere() throws IOException {
        Path alone = Files.copy(AgentHost.JAR, folder.resolve("fdscope.jar"));
        try (ForkedProcess host = host("target/test-classes", alone, "micrometer=jmx")) {
            assertThat(host.await("fdscope:"))
                    .isEqualTo("fdscope: micrometer=jmx: no meters, for want of a Micrometer: put "
                            + folder.toRealPath().resolve("fdscope-micrometer.jar")
                            + " there, or micrometer-registry-jmx on the class path");
            assertThat(get(host, "FaultCount", BEAN)).isEqualTo("0");
            assertThat(host.end()).isZero();
        }
    }
}
