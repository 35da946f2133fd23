package io.fdscope.jfr;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.Protocol;
import io.fdscope.origin.Creation;
import io.fdscope.origin.CreationLookup;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes one event for each unidentified socket of the last scan that still is one, up to {@value #MOST}; each event tells
 * how many got none. None of a sample that {@link LiveSamples} holds back.
 */
final class UnidentifiedSockets implements Runnable {
    static final int MOST = 1000;

    private static final long UNKNOWN_CREATION = 0;

    private final LiveSamples samples;
    private final CreationLookup creations;
    private final JfrEdge edge;

    UnidentifiedSockets(Supplier<Sample> latest, CreationLookup creations, JfrEdge edge) {
        this.samples = new LiveSamples(latest);
        this.creations = creations;
        this.edge = edge;
    }

    @Override
    public void run() {
        edge.run(this::write);
    }

    private void write() {
        if (!new UnidentifiedSocketEvent().isEnabled()) {
            return;
        }
        samples.next().map(Sample::scan).ifPresent(this::write);
    }

    /** What is left out is known only after the look at the first: one that is closed or connected by now makes room. */
    private void write(Scan scan) {
        if (scan.unidentified() <= 0) {
            return;
        }
        DescriptorTable table = scan.table();
        List<Descriptor> still = new ArrayList<>();
        long lookedAt = 0;
        int fd = table.nextUnidentified(0);
        while (fd >= 0 && still.size() < MOST) {
            table.get(fd)
                    .flatMap(scan.details()::of)
                    .filter(Descriptor::unidentified)
                    .ifPresent(still::add);
            lookedAt++;
            fd = table.nextUnidentified(fd + 1);
        }
        int leftOut = SampleFigures.count(scan.unidentified() - lookedAt);
        for (Descriptor socket : still) {
            UnidentifiedSocketEvent event = event(socket, scan, leftOut);
            creations.of(socket.fd()).ifPresent(creation -> tell(event, creation, scan));
            event.commit();
        }
    }

    /** One that is younger than the scan is another socket, under the number of one that has gone. */
    private static void tell(UnidentifiedSocketEvent event, Creation creation, Scan scan) {
        if (!creation.isLaterThan(scan.reading().nanoTime())) {
            event.creationId = creation.id();
            event.creationTime = creation.epochMillis();
            event.age = Math.max(0, scan.reading().epochMillis() - creation.epochMillis());
        }
    }

    static UnidentifiedSocketEvent event(Descriptor socket, Scan scan, int leftOut) {
        UnidentifiedSocketEvent event = new UnidentifiedSocketEvent();
        event.fd = socket.fd();
        event.inode = socket.inode();
        event.protocol =
                socket.protocol() == Protocol.UNKNOWN ? null : socket.protocol().label();
        event.socketState = socket.state().name();
        event.localAddress =
                socket.local().equals(Endpoint.NONE) ? null : socket.local().toString();
        event.age = Math.max(0, scan.reading().epochMillis() - socket.firstSeenEpochMillis());
        event.creationId = UNKNOWN_CREATION;
        event.creationTime = SampleFigures.UNKNOWN_TIME;
        event.cause = socket.cause() == Cause.UNKNOWN ? null : socket.cause().text();
        event.leftOutCount = leftOut;
        return event;
    }
}
