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
import java.util.function.Supplier;

/**
 * Writes one event for each unidentified socket of the last scan, up to {@value #MOST}; each event tells how many got
 * none. None of a sample that {@link LiveSamples} holds back.
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

    private void write(Scan scan) {
        long unidentified = scan.unidentified();
        if (unidentified <= 0) {
            return;
        }
        int leftOut = SampleFigures.count(Math.max(0, unidentified - MOST));
        DescriptorTable table = scan.table();
        int fd = table.nextUnidentified(0);
        for (int written = 0; fd >= 0 && written < MOST; written++) {
            UnidentifiedSocketEvent event =
                    event(scan.details().of(table.get(fd).orElseThrow()), scan, leftOut);
            creations.of(fd).ifPresent(creation -> tell(event, creation, scan));
            event.commit();
            fd = table.nextUnidentified(fd + 1);
        }
    }

    /** One that is younger than the scan is another socket, under the number of one that has gone. */
    private static void tell(UnidentifiedSocketEvent event, Creation creation, Scan scan) {
        long scanned = scan.reading().epochMillis();
        if (creation.epochMillis() <= scanned) {
            event.creationId = creation.id();
            event.creationTime = creation.epochMillis();
            event.age = scanned - creation.epochMillis();
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
