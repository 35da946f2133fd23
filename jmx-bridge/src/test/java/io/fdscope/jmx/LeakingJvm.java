package io.fdscope.jmx;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.leak.GarbageComparison;
import io.fdscope.leak.SuspectState;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.sample.SamplerThread;
import io.fdscope.threshold.Alarms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that, told {@code leak}, opens sockets until no descriptor is left, and keeps them until its input ends or it
 * is told {@code free}. Its verdict is an example.
 */
final class LeakingJvm {
    private static final SamplerPeriods FAST = new SamplerPeriods(Duration.ofMillis(50), Duration.ofMillis(100), 1);
    private static final int RESERVE = 16;

    private final List<SocketChannel> kept = new ArrayList<>();
    private final FakeVerdicts verdicts = new FakeVerdicts()
            .says(ExampleVerdicts.standing(3190))
            .compares(new GarbageComparison(ExampleVerdicts.standing(3190), ExampleVerdicts.cleared(), true));

    private LeakingJvm() {}

    public static void main(String[] args) throws IOException {
        new LeakingJvm().run();
    }

    private void run() throws IOException {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        Alarms alarms = Beans.alarms();
        try (WatchedProcess process = new WatchedProcess(Path.of("/proc"), RESERVE, FAST, faults, announcer);
                SamplerThread sampling = new SamplerThread(process.sampler(), message -> "");
                Registration up = new FileDescriptorsBean(new BeanSources(
                                process.sampler()::latest,
                                process.sampler(),
                                sampling::wake,
                                alarms,
                                verdicts.sources(),
                                faults))
                        .register(ManagementFactory.getPlatformMBeanServer(), announcer)) {
            process.allowFirstSocket();
            process.sampler().addSink(alarms.alerts());
            process.sampler().addSink(alarms.exhaustion());
            sampling.start();
            System.out.println("registered " + up.isRegistered());
            obey();
        }
        System.out.println("faults " + faults.byKind());
    }

    private void obey() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line) {
                case "leak" -> System.out.println("leaked " + leak());
                case "free" -> System.out.println("freed " + free());
                case "suspect" -> verdicts.suspect(ExampleVerdicts.suspect(SuspectState.STANDING, 3190, 12));
                case "clear" -> verdicts.clear(ExampleVerdicts.suspect(SuspectState.CLEARED, 0, 3202));
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private int free() throws IOException {
        for (SocketChannel channel : kept) {
            channel.close();
        }
        return kept.size();
    }

    private int leak() {
        while (true) {
            try {
                kept.add(SocketChannel.open());
            } catch (IOException full) {
                return kept.size();
            }
        }
    }

    /** Starts one, with a JMX connector on loopback. */
    static ForkedProcess fork(int softLimit, int port) throws IOException {
        return ForkedProcess.start(List.of(
                "sh",
                "-c",
                "ulimit -n " + softLimit + "; exec \"$@\"",
                "sh",
                ForkedProcess.java(),
                "-Dcom.sun.management.jmxremote.port=" + port,
                "-Dcom.sun.management.jmxremote.rmi.port=" + port,
                "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-Dcom.sun.management.jmxremote.authenticate=false",
                "-Dcom.sun.management.jmxremote.ssl=false",
                "-cp",
                System.getProperty("java.class.path"),
                LeakingJvm.class.getName()));
    }

    static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
