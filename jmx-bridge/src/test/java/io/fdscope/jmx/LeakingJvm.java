package io.fdscope.jmx;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.sample.SamplerThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program that, told {@code leak}, opens sockets until no descriptor is left, and keeps them until its input ends. */
final class LeakingJvm {
    private static final SamplerPeriods FAST = new SamplerPeriods(Duration.ofMillis(50), Duration.ofMillis(100), 1);
    private static final int RESERVE = 16;

    private final List<SocketChannel> kept = new ArrayList<>();

    private LeakingJvm() {}

    public static void main(String[] args) throws IOException {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        try (WatchedProcess process = new WatchedProcess(Path.of("/proc"), RESERVE, FAST, faults, announcer);
                SamplerThread sampling = new SamplerThread(process.sampler(), message -> "");
                Registration up = new FileDescriptorsBean(process.sampler(), sampling::wake, faults)
                        .register(ManagementFactory.getPlatformMBeanServer(), announcer)) {
            process.allowFirstSocket();
            sampling.start();
            System.out.println("registered " + up.isRegistered());
            new LeakingJvm().obey();
        }
        System.out.println("faults " + faults.byKind());
    }

    private void obey() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("leak")) {
                System.out.println("leaked " + leak());
            }
        }
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
}
