package io.fdscope.monitor;

import io.fdscope.dump.RecordingDump;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.guard.JfrGuard;
import io.fdscope.jfr.EventSources;
import io.fdscope.jfr.FlightRecorderEvents;
import io.fdscope.jfr.Rotation;
import io.fdscope.jfr.dump.Recordings;
import io.fdscope.jmx.BeanSources;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.LeakWatch;
import io.fdscope.leak.VerdictText;
import io.fdscope.option.Option;
import io.fdscope.option.Options;
import io.fdscope.order.Answer;
import io.fdscope.order.Order;
import io.fdscope.probe.ProbeChoice;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SamplerThread;
import io.fdscope.threshold.Alarms;
import io.fdscope.threshold.AlertMonitor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** fdscope at work in this JVM: made by {@link #start}, taken apart by {@link #close}. */
public final class Monitor implements AutoCloseable {
    private static final Path PROC = Path.of("/proc");
    private static final int PATIENCE_SECONDS = 5;

    private final Settings settings;
    private final Complaints complaints;
    private final Faults faults;
    private final Undo undo;
    private final String holder;
    private final Tracing tracing;
    private final JfrGuard guard;
    private final WatchedProcess process;
    private final Alarms alarms;
    private final LeakWatch leakWatch;
    private final LeakSources leaks;
    private final Relief relief;
    private final MeterBridge meters;
    private final SamplerThread thread;
    private volatile RecordingDump recordings = RecordingDump.NONE;
    private final CountDownLatch hostReady = new CountDownLatch(1);
    private volatile boolean beanIsSettled;

    private Monitor(Options options, Footing footing) {
        settings = new Settings(options);
        complaints = footing.complaints();
        faults = complaints.faults();
        footing.origin().learnWords();
        undo = new Undo(faults);
        undo.add(footing); // Last of all its claim: whoever starts in between would share our event types with us.
        tracing = footing.tracing();
        guard = footing.guard();
        Origin origin = footing.origin();
        holder = origin.name();
        process = new WatchedProcess(
                PROC,
                options.reserve(),
                options.periods(),
                faults,
                complaints.announcer(),
                ProbeChoice.best(origin.opener()));
        undo.add(process);
        meters = new MeterBridge(settings::current, origin.jar(), faults);
        origin.jar().ifPresent(process.ownFiles()::claim);
        meters.companion().ifPresent(process.ownFiles()::claim);
        alarms = new Alarms(new AlertMonitor(options.warn(), options.critical()), tracing.exhaustion());
        leakWatch = new LeakWatch(tracing.ledger(), process.sampler(), Reconfiguration.thresholds(options), faults);
        VerdictText text = new VerdictText(ProcessHandle.current().pid(), tracing::missingPlaces);
        leaks = new LeakSources(
                leakWatch, verdict -> text.of(verdict) + "\n", tracing.ledger(), new AllHooks(tracing, guard));
        relief = new Relief(alarms.alerts()::level, leakWatch::latest, Monitor::startRelief, complaints);
        thread = new SamplerThread(process.sampler(), this::hear);
    }

    private static void startRelief(Runnable work) {
        Thread thread = new Thread(null, work, "fdscope-relief", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Starts watching on behalf of the application's own code. Where somebody watches already, that one stays as it is.
     * Never throws.
     *
     * @return empty where nothing was started
     */
    public static Optional<Monitor> startLibrary(Options options) {
        if (!options.enabled()) {
            return Optional.empty();
        }
        Optional<Claim> claim = Claim.take(Origin.LIBRARY.name());
        if (claim.isEmpty()) {
            Console.say("this process is watched already, by the "
                    + Claim.holder().orElse("one that has just stopped") + "; nothing was started");
            return Optional.empty();
        }
        Optional<Monitor> started = start(options, Footing.ofLibrary(claim.get()));
        started.ifPresent(Monitor::hostIsReady);
        return started;
    }

    /**
     * Starts watching. Never throws.
     *
     * @param footing given back at the end, or at once where it cannot be started
     */
    public static Optional<Monitor> start(Options options, Footing footing) {
        Undo undo = new Undo(footing.complaints().faults());
        undo.add(footing);
        try {
            Monitor monitor = new Monitor(options, footing);
            undo.add(monitor.undo::run);
            monitor.run();
            return Optional.of(monitor);
        } catch (Throwable e) {
            Console.say("could not start: " + e);
            undo.run();
            return Optional.empty();
        }
    }

    private void run() {
        process.sampler().addSink(alarms.alerts());
        process.sampler().addSink(alarms.exhaustion());
        process.sampler().addSink(leakWatch);
        process.sampler().addSink(this::relieve);
        guard.use(process.spare(), Rotation::force);
        if (settings.current().jfrGuard()) {
            guard.enable();
        }
        FlightRecorderEvents events = FlightRecorderEvents.install(
                new EventSources(process.sampler()::latest, alarms.alerts(), leaks, guard::recorderIsUsed, faults),
                complaints.announcer());
        undo.add(events);
        tracing.listen(events.sockets());
        undo.add(tracing);
        undo.add(guard);
        undo.add(thread);
        settings.listen(new Reconfiguration(settings, process.sampler(), alarms.alerts(), leakWatch, tracing, guard));
        settings.listen(this::applyToMeters);
        thread.start();
    }

    private void relieve(Sample sample) {
        if (settings.current().reliefByCollection()) {
            relief.accept(sample);
        }
    }

    /**
     * Says that the application has had time for its own settings: now come the first socket, and what the options want
     * of black box and MXBean. Never throws; a step that fails keeps no other.
     *
     * <p>The black box is among them because mapping a file loads the JDK's network library, which reads
     * {@code java.net.preferIPv4Stack} once and for all.
     */
    public void hostIsReady() {
        step(process::allowFirstSocket);
        hostReady.countDown();
        step(this::keepStatusFile);
        step(this::manage);
        step(this::record);
        step(this::publish);
    }

    private void step(Runnable part) {
        try {
            part.run();
        } catch (Throwable e) { // As where memory is short.
            faults.record(Edge.START, e);
        }
    }

    private void keepStatusFile() {
        if (settings.current().blackBox()) {
            StatusFile.of(process, leaks, complaints).keep(undo);
        }
    }

    private void manage() {
        Options options = settings.current();
        if (options.jmx() && canManage()) {
            undo.add(PlatformBean.register(beanSources(), complaints.announcer()));
            undo.add(meters);
            meters.beanIsUp();
        } else if (options.jmx()) {
            complaints.announcer().sayOnce("this JVM lacks the module java.management: no MXBean");
        }
    }

    private void record() {
        if (!OwnRecordings.areWanted(settings.current(), complaints.announcer())) {
            return;
        }
        Recordings made = new Recordings(OwnRecordings.sources(process, alarms.alerts(), leaks, guard, complaints));
        undo.add(made);
        undo.add(new ExitNote(made::ended)); // First: the process may end any time.
        OwnRecordings.start(settings, made);
        recordings = made;
        process.sampler().addSink(made);
        undo.add(() -> process.sampler().removeSink(made));
    }

    private void publish() {
        beanIsSettled = true;
        try {
            meters.apply();
        } catch (UnsupportedOperationException e) {
            complaints.announcer().sayOnce(e.getMessage());
        }
    }

    private static boolean canManage() {
        return ModuleLayer.boot().findModule("java.management").isPresent();
    }

    private BeanSources beanSources() {
        RecordingDump dump = fileName -> recordings.dump(fileName);
        return new BeanSources(process.sampler()::latest, process.sampler(), thread::wake, alarms, leaks, dump, faults);
    }

    /** Whether it has been taken apart. */
    public boolean isClosed() {
        return undo.isOver();
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

    /** What an agent that came later was given: an order, or options. */
    private String hear(String given) {
        return Order.parse(given).map(order -> obey(order).written()).orElseGet(() -> reconfigure(given));
    }

    /** On the thread of who ordered it, which may wait. */
    private Answer obey(Order order) {
        try {
            if (!hostReady.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Answer.failed("its main has not run for long enough; try again in a while");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed("interrupted");
        }
        return canManage()
                ? new Orders(beanSources()).obey(order)
                : Answer.failed("it lacks the module java.management");
    }

    /** The answer is one line. Only what was given changes. */
    private String reconfigure(String given) {
        String answer = "runs already in this JVM (" + holder + ")";
        if (!Options.parse(given, complaint -> {}).enabled()) {
            close();
            return answer + " and stops now";
        }
        String said = settings.change(given);
        thread.wake();
        return answer + (given.isEmpty() ? "" : " and goes on with " + given) + said;
    }

    /** Apart from the rest, as either may be refused. What comes before the MXBean waits for it. */
    private void applyToMeters(Options given) {
        if (given.given().contains(Option.MICROMETER) && beanIsSettled) {
            meters.apply();
        }
    }

    /** Undoes all that start did, in the opposite order. Does nothing the second time. */
    @Override
    public void close() {
        undo.run();
    }
}
