package io.fdscope.jmx;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakListener;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.VerdictSource;
import io.fdscope.procfs.Reading;
import io.fdscope.threshold.Alarms;
import io.fdscope.threshold.Alert;
import io.fdscope.threshold.AlertLevel;
import io.fdscope.threshold.Exhaustion;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.management.MBeanNotificationInfo;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * News as notifications, each once. They come in on the sampling thread and go out on one of our own, since listeners and
 * their filters are code of the host.
 */
final class Notifications extends NotificationBroadcasterSupport implements AutoCloseable {
    static final String UTILIZATION = "io.fdscope.utilization.";
    static final String SUSPECTED = "io.fdscope.leak.suspected";
    static final String CLEARED = "io.fdscope.leak.cleared";
    static final String EXHAUSTED = "io.fdscope.descriptors.exhausted";

    private final Alarms alarms;
    private final VerdictSource verdicts;
    private final Faults faults;
    private final Messenger messenger;
    private final AtomicLong sequence = new AtomicLong();
    private final Consumer<Alert> onAlert = this::changed;
    private final Consumer<Exhaustion> onExhaustion = this::exhausted;
    private final LeakListener onLeak = new LeakListener() {
        @Override
        public void suspected(Suspect suspect) {
            send(SUSPECTED, suspect);
        }

        @Override
        public void cleared(Suspect suspect) {
            send(CLEARED, suspect);
        }
    };

    Notifications(Alarms alarms, VerdictSource verdicts, Faults faults) {
        super(
                info(
                        "The use of descriptors has crossed a threshold, or has come back.",
                        type(AlertLevel.WARN),
                        type(AlertLevel.CRITICAL),
                        type(AlertLevel.NORMAL)),
                info("A place in the program leaks sockets, or does so no longer.", SUSPECTED, CLEARED),
                info("No descriptor is left, of the process or the system; again only when that was over.", EXHAUSTED));
        this.alarms = alarms;
        this.verdicts = verdicts;
        this.faults = faults;
        this.messenger = new Messenger(faults);
    }

    private static MBeanNotificationInfo info(String description, String... types) {
        return new MBeanNotificationInfo(types, Notification.class.getName(), description);
    }

    private static String type(AlertLevel level) {
        return UTILIZATION + level.label();
    }

    /** Sends the news from now on. */
    void start() {
        alarms.alerts().listen(onAlert);
        alarms.exhaustion().listen(onExhaustion);
        verdicts.listen(onLeak);
    }

    /** Sends no more. */
    @Override
    public void close() {
        verdicts.forget(onLeak);
        alarms.exhaustion().forget(onExhaustion);
        alarms.alerts().forget(onAlert);
        messenger.close();
    }

    private void changed(Alert alert) {
        Reading reading = alert.sample().reading();
        String message = String.format(
                Locale.ROOT,
                "%d of %d descriptors are open: %s",
                reading.openCount(),
                reading.limits().soft(),
                alert.level().label());
        post(type(alert.level()), message, () -> UserData.of(() -> new UtilizationChange(alert)));
    }

    private void exhausted(Exhaustion exhaustion) {
        Reading reading = exhaustion.sample().reading();
        String message = String.format(
                Locale.ROOT,
                "no descriptor left: %d of %d are open",
                reading.openCount(),
                reading.limits().soft());
        post(EXHAUSTED, message, () -> UserData.of(() -> new DescriptorsExhausted(exhaustion)));
    }

    private void send(String type, Suspect suspect) {
        LeakSuspect seen = new LeakSuspect(suspect);
        String message = type.equals(CLEARED)
                ? "no longer leaking: " + seen.title()
                : String.format(Locale.ROOT, "%d %s: %s", seen.getConcernedCount(), seen.title(), seen.getCause());
        post(type, message, () -> UserData.of(() -> seen));
    }

    private void post(String type, String message, Callable<CompositeData> data) {
        long at = System.currentTimeMillis();
        messenger.post(() -> {
            Notification news = new Notification(type, source(), sequence.incrementAndGet(), at, message);
            news.setUserData(data.call());
            sendNotification(news);
            return null;
        });
    }

    private static ObjectName source() throws MalformedObjectNameException {
        return new ObjectName(FileDescriptorsMXBean.OBJECT_NAME);
    }

    /** What a listener throws harms neither us nor the next one. */
    @Override
    protected void handleNotification(NotificationListener listener, Notification news, Object handback) {
        try {
            listener.handleNotification(news, handback);
        } catch (RuntimeException | Error e) {
            faults.record(Edge.JMX, e);
        }
    }
}
