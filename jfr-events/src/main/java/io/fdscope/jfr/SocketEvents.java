package io.fdscope.jfr;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.SocketListener;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Writes what sockets do as events, on the thread that does it and from the hook itself, so that the flight recorder
 * finds the application's stack below two frames of ours.
 *
 * <p>Until the flight recorder is there, no class of it is touched.
 */
final class SocketEvents implements SocketListener {
    private static final int MOST_PER_SECOND = 1000;
    private static final int MOST_FAILURES_PER_SECOND = 100;

    private final Supplier<Sample> latest;
    private final EventRate opened = new EventRate(MOST_PER_SECOND);
    private final EventRate connected = new EventRate(MOST_PER_SECOND);
    private final EventRate closed = new EventRate(MOST_PER_SECOND);
    private final EventRate exhausted = new EventRate(MOST_FAILURES_PER_SECOND);
    private volatile boolean live;

    SocketEvents(Supplier<Sample> latest) {
        this.latest = latest;
    }

    /** Says whether the event classes are registered. */
    void setLive(boolean live) {
        this.live = live;
    }

    @Override
    public boolean isListening() {
        return live;
    }

    @Override
    public void opened(long creationId, int fd, OpenedBy by) {
        if (live) {
            SocketOpenedEvent event = new SocketOpenedEvent();
            if (event.isEnabled() && opened.admits(System.nanoTime())) {
                event.creationId = creationId;
                event.fd = fd;
                event.openedBy = by.label();
                event.protocol = by.protocol();
                event.leftOutCount = opened.takeLeftOut();
                event.commit();
            }
        }
    }

    @Override
    public Object connecting() {
        if (live) {
            SocketConnectedEvent event = new SocketConnectedEvent();
            if (event.isEnabled()) {
                event.begin();
                return event;
            }
        }
        return null;
    }

    @Override
    public void connected(Object begun, long creationId, int fd, ConnectAttempt attempt) {
        if (live) {
            SocketConnectedEvent event =
                    begun instanceof SocketConnectedEvent since ? since : new SocketConnectedEvent();
            if (event.isEnabled() && connected.admits(System.nanoTime())) {
                event.creationId = creationId;
                event.fd = fd;
                event.host = attempt.remote().host();
                event.address = orMissing(attempt.remote().address());
                event.port = attempt.remote().port();
                event.succeeded = attempt.outcome() == ConnectAttempt.Outcome.SUCCEEDED;
                event.failure = orMissing(attempt.failure());
                event.leftOutCount = connected.takeLeftOut();
                event.commit();
            }
        }
    }

    @Override
    public void closed(long creationId, int fd, long createdNanos) {
        if (live) {
            SocketClosedEvent event = new SocketClosedEvent();
            long now = System.nanoTime();
            if (event.isEnabled() && closed.admits(now)) {
                event.creationId = creationId;
                event.fd = fd;
                event.age = now - createdNanos;
                event.leftOutCount = closed.takeLeftOut();
                event.commit();
            }
        }
    }

    @Override
    public void exhausted(IOException failure) {
        if (live) {
            DescriptorsExhaustedEvent event = new DescriptorsExhaustedEvent();
            if (event.isEnabled() && exhausted.admits(System.nanoTime())) {
                Reading reading = latest.get().reading();
                event.failure = failure.toString();
                event.openCount = SampleFigures.count(reading.openCount());
                event.softLimit = SampleFigures.count(reading.limits().soft());
                event.leftOutCount = exhausted.takeLeftOut();
                event.commit();
            }
        }
    }

    private static String orMissing(String text) {
        return text.isEmpty() ? null : text;
    }
}
