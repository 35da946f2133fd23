package io.fdscope.monitor;

import io.fdscope.blackbox.BlackBoxFolder;
import io.fdscope.blackbox.BlackBoxWriter;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.jfr.FlightRecorderEvents;
import io.fdscope.option.Options;
import io.fdscope.probe.ProbeChoice;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SamplerThread;
import io.fdscope.threshold.AlertMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** fdscope at work in this JVM: made by {@link #startOnce}, taken apart by {@link #close}. */
public final class Monitor implements AutoCloseable {
    private static final Path PROC = Path.of("/proc");

    private final Announcer announcer = new Announcer(Console::say);
    private final Faults faults = new Faults();
    private final Undo undo = new Undo(faults);
    private final Origin origin;
    private final WatchedProcess process;
    private final AlertMonitor alerts;
    private final SamplerThread thread;
    private Options options;

    private Monitor(Options options, Origin origin) {
        this.options = options;
        this.origin = origin;
        process = new WatchedProcess(
                PROC, options.reserve(), options.periods(), faults, announcer, ProbeChoice.best(origin.opener()));
        alerts = new AlertMonitor(options.warn(), options.critical());
        thread = new SamplerThread(process.sampler(), this::reconfigure);
    }

    /**
     * Starts watching, unless that is switched off, or done already: then the one at work takes over what the options
     * change. Never throws.
     *
     * @param origin how it got here
     * @return empty where nothing was started
     */
    public static Optional<Monitor> startOnce(Options options, Origin origin) {
        // One lock for all class loaders; held for the few milliseconds of a start.
        synchronized (Runtime.getRuntime()) {
            Optional<Incumbent> incumbent = Incumbent.find();
            if (incumbent.isPresent()) {
                Console.say(incumbent.get().tell(options.toString()));
                return Optional.empty();
            }
            if (!options.enabled()) {
                return Optional.empty();
            }
            return start(options, origin);
        }
    }

    private static Optional<Monitor> start(Options options, Origin origin) {
        try {
            Monitor monitor = new Monitor(options, origin);
            monitor.join();
            return Optional.of(monitor);
        } catch (Throwable e) {
            Console.say("could not start: " + e);
            return Optional.empty();
        }
    }

    private void join() {
        faults.listen(fault -> announcer.sayOnce("fault of its own, counted in the MXBean: " + fault.description()));
        undo.add(process);
        origin.jar().ifPresent(process.ownFiles()::claim);
        process.sampler().addSink(alerts);
        if (options.blackBox()) {
            startBlackBox();
        }
        undo.add(FlightRecorderEvents.install(process.sampler()::latest, alerts, faults, announcer));
        undo.add(thread);
        thread.start();
    }

    /** Registers the MXBean, if the options want it; only once the application's main runs. Never throws. */
    public void registerBean() {
        if (!options.jmx()) {
            return;
        }
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            announcer.sayOnce("this JVM lacks the module java.management: no MXBean");
            return;
        }
        undo.add(PlatformBean.register(process.sampler(), thread::wake, faults, announcer));
    }

    /** The last sample. */
    public Sample latest() {
        return process.sampler().latest();
    }

    /** Scans now. */
    public Sample scanNow() {
        return process.sampler().scanNow();
    }

    /** Our own failures. */
    public Faults faults() {
        return faults;
    }

    private void startBlackBox() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            BlackBoxFolder folder = BlackBoxFolder.of(temporary, System.getProperty("user.name"));
            BlackBoxWriter writer = BlackBoxWriter.open(folder, faults, this::facts);
            process.sampler().addSink(writer);
            undo.add(writer);
            Thread hook = new Thread(null, writer::ended, "fdscope-exit", 0, false);
            Runtime.getRuntime().addShutdownHook(hook);
            undo.add(() -> Runtime.getRuntime().removeShutdownHook(hook));
        } catch (IOException | RuntimeException e) {
            announcer.sayOnce("no black box: " + e.getMessage() + "; the MXBean and the events work without it");
        }
    }

    private Map<String, String> facts() {
        return Map.of("probe", latest().probe(), "main", mainName(), "version", version());
    }

    /** The main class or jar; its arguments may hold secrets. */
    private static String mainName() {
        return System.getProperty("sun.java.command", "").split(" ", 2)[0];
    }

    private static String version() {
        String version = Monitor.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** What another fdscope in this JVM was given; the answer is one line. */
    private synchronized String reconfigure(String changes) {
        StringBuilder answer = new StringBuilder("runs already in this JVM (" + origin.name() + ")");
        options = options.changedBy(changes, complaint -> answer.append("; ").append(complaint));
        if (!options.enabled()) {
            close();
            return answer.append(" and stops now").toString();
        }
        process.sampler().setPeriods(options.periods());
        alerts.setThresholds(options.warn(), options.critical());
        thread.wake();
        return answer.append(changes.isEmpty() ? "" : " and goes on with " + changes)
                .toString();
    }

    /** Undoes all that start did, in the opposite order. Does nothing the second time. */
    @Override
    public void close() {
        undo.run();
    }
}
