package io.fdscope.jfr;

import io.fdscope.leak.LeakSources;
import io.fdscope.procfs.PageSize;
import io.fdscope.sample.Sample;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/** All our events as the flight recorder knows them. Made only once there is one: loading them is not free. */
final class EventHooks implements AutoCloseable {
    private final EventSources sources;
    private final JfrEdge edge;
    private final Map<Class<? extends Event>, Runnable> periodic = new LinkedHashMap<>();
    private final UtilizationAlerts alertEvents;
    private final MonitorFaults faultEvents;
    private final LeakSuspects suspectEvents;
    private final EvidenceEvents evidenceEvents;
    private final SocketEvents socketEvents;

    EventHooks(EventSources sources, SocketEvents socketEvents) {
        this.sources = sources;
        this.socketEvents = socketEvents;
        LeakSources leaks = sources.leaks();
        edge = new JfrEdge(sources.faults());
        alertEvents = new UtilizationAlerts(edge);
        faultEvents = new MonitorFaults(sources.faults(), edge);
        evidenceEvents = new EvidenceEvents(sources.latest(), leaks.tracing(), edge);
        suspectEvents = new LeakSuspects(sources.latest(), leaks.verdicts(), edge);
        SampleFigures figures = new SampleFigures(
                PageSize.read(Path.of("/proc")), () -> leaks.verdicts().latest().tracing());
        hook(FileDescriptorUsageEvent.class, FileDescriptorUsageEvent::new, figures::usage);
        hook(SocketStatesEvent.class, SocketStatesEvent::new, figures::socketStates);
        hook(KernelSocketUsageEvent.class, KernelSocketUsageEvent::new, figures::kernelSocketUsage);
        hook(SystemFileUsageEvent.class, SystemFileUsageEvent::new, figures::systemFileUsage);
        periodic.put(UnidentifiedSocketEvent.class, new UnidentifiedSockets(sources.latest(), leaks.creations(), edge));
        periodic.put(MonitorFaultEvent.class, faultEvents);
        periodic.put(LeakSuspectEvent.class, suspectEvents);
        periodic.put(CreationSiteEvent.class, evidenceEvents);
    }

    private <E extends Event> void hook(Class<E> type, Supplier<E> create, BiConsumer<E, Sample> fill) {
        periodic.put(type, new PeriodicHook<>(create, fill, sources.latest(), edge));
    }

    /** Every event class of ours. */
    static List<Class<? extends Event>> types() {
        return List.of(
                FileDescriptorUsageEvent.class,
                SocketStatesEvent.class,
                KernelSocketUsageEvent.class,
                SystemFileUsageEvent.class,
                UnidentifiedSocketEvent.class,
                SocketOpenedEvent.class,
                SocketConnectedEvent.class,
                SocketClosedEvent.class,
                DescriptorsExhaustedEvent.class,
                UtilizationAlertEvent.class,
                MonitorFaultEvent.class,
                LeakSuspectEvent.class,
                LeakEvidenceEvent.class,
                SiteEvidenceEvent.class,
                CreationSiteEvent.class);
    }

    /** Makes them known: each by itself, so that one that fails costs only that one. */
    void register() {
        types().forEach(type -> edge.run(() -> FlightRecorder.register(type)));
        periodic.forEach((type, hook) -> edge.run(() -> FlightRecorder.addPeriodicEvent(type, hook)));
        sources.alerts().listen(alertEvents);
        sources.faults().listen(faultEvents);
        sources.leaks().verdicts().listen(suspectEvents);
        sources.leaks().verdicts().listen(evidenceEvents);
        socketEvents.setLive(true);
    }

    @Override
    public void close() {
        socketEvents.setLive(false);
        sources.leaks().verdicts().forget(evidenceEvents);
        sources.leaks().verdicts().forget(suspectEvents);
        sources.faults().forget(faultEvents);
        sources.alerts().forget(alertEvents);
        periodic.values().forEach(hook -> edge.run(() -> FlightRecorder.removePeriodicEvent(hook)));
        types().forEach(type -> edge.run(() -> FlightRecorder.unregister(type)));
    }
}
