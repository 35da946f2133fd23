package io.fdscope.jfr;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.sample.SamplerThread;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.Thresholds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** A process that watches itself, holds 25 unidentified sockets, and does what it reads from its standard input. */
final class WatchedMain {
    static final int UNIDENTIFIED = 25;

    private final Faults faults = new Faults();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Sample> given = new CopyOnWriteArrayList<>();
    private final Semaphore asks = new Semaphore(0);
    private final List<SocketChannel> held = new ArrayList<>();
    private final WatchedProcess watched;
    private Optional<FlightRecorderEvents> events = Optional.empty();

    private WatchedMain() throws IOException, InterruptedException {
        for (int i = 0; i < UNIDENTIFIED; i++) {
            held.add(SocketChannel.open());
        }
        SamplerPeriods often = new SamplerPeriods(Duration.ofMillis(50), Duration.ofMillis(100), 1);
        watched = new WatchedProcess(Path.of("/proc"), 4, often, faults, new Announcer(said::add));
        CountDownLatch sampled = new CountDownLatch(1);
        watched.sampler().addSink(sample -> sampled.countDown());
        new SamplerThread(watched.sampler(), message -> "").start();
        sampled.await();
    }

    /** Each answer ends with a line of a dot; what the JVM itself prints has no {@code >} before it. */
    public static void main(String[] args) throws Exception {
        WatchedMain main = new WatchedMain();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            main.obey(words[0], words.length > 1 ? words[1] : "").forEach(answer -> System.out.println(">" + answer));
            System.out.println(">.");
        }
    }

    private List<String> obey(String verb, String word) throws Exception {
        switch (verb) {
            case "install" -> events = Optional.of(install());
            case "close" -> events.ifPresent(FlightRecorderEvents::close);
            case "asked" -> asks.acquire(Integer.parseInt(word));
            case "record" -> Recorder.start();
            case "dump" -> Recorder.dump(Path.of(word));
            case "given" -> {
                return given.stream().map(Recorded::figures).distinct().toList();
            }
            case "known" -> {
                return Recorder.known();
            }
            case "said" -> {
                return said;
            }
            case "faults" -> {
                return faults.byKind().keySet().stream().toList();
            }
            default -> throw new IllegalArgumentException(verb);
        }
        return List.of();
    }

    private FlightRecorderEvents install() {
        AlertMonitor alerts = new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%"));
        watched.sampler().addSink(alerts);
        return FlightRecorderEvents.install(
                new EventSources(this::give, alerts, LeakSources.NONE, faults), new Announcer(said::add));
    }

    private Sample give() {
        Sample sample = watched.sampler().latest();
        given.add(sample);
        asks.release();
        return sample;
    }

    /** By itself, so that the rest runs without a flight recorder. */
    private static final class Recorder {
        private static final Recording RECORDING = new Recording();

        static void start() {
            RECORDING.enable("io.fdscope.FileDescriptorUsage").withPeriod(Duration.ofMillis(100));
            RECORDING.enable("io.fdscope.KernelSocketUsage").withPeriod(Duration.ofMillis(100));
            RECORDING.start();
        }

        static void dump(Path file) throws IOException {
            RECORDING.dump(file);
        }

        static List<String> known() {
            return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                    .map(type -> type.getName())
                    .filter(name -> name.startsWith("io.fdscope."))
                    .toList();
        }
    }
}
