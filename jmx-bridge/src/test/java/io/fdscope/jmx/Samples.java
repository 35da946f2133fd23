package io.fdscope.jmx;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.RowDetails;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;

/** Samples made by hand: a scan at {@link #SCANNED} and a reading two seconds later. */
final class Samples {
    static final long SCANNED = 1_700_000_060_000L;

    private static final SocketFigures SOCKETS = new SocketFigures(290, 3, 1, 2, 19_993, 5, 4, 1, 0, 12, 6, 0);
    private static final SystemFiles SYSTEM = new SystemFiles(1184, Long.MAX_VALUE);

    private Samples() {}

    /** One of many kinds, 950 of 1000 open. */
    static Sample rich() {
        Reading atScan = reading(940, new Limits(1000, 4096), SCANNED);
        Reading now = reading(950, new Limits(1000, 4096), SCANNED + 2000);
        Scan scan = scan(atScan, table(), true);
        return new Sample(now, scan, new Trend(300.5, 9.98), 0.0042, "tables");
    }

    /** As {@link #rich}, of a probe that completes its rows. */
    static Sample completedBy(RowDetails details) {
        Sample rich = rich();
        Scan scan = rich.scan();
        Scan complete = new Scan(
                scan.reading(), scan.table(), scan.census(), true, true, 9, 1, 12_345_678, 7, Reading.UNKNOWN, details);
        return new Sample(rich.reading(), complete, rich.trend(), rich.scanShare(), "ffm");
    }

    /** As {@link #rich}, with an unbound UDP socket, number 301. */
    static Sample withUnboundUdp() {
        Reading now = reading(940, new Limits(1000, 4096), SCANNED);
        TableUpdate update = table().update();
        socket(update, 301, Protocol.UDP6, SocketState.UDP_UNBOUND);
        return new Sample(now, scan(now, update.build(), true), Trend.UNKNOWN, 0.01, "ffm");
    }

    /** As {@link #rich}, without a soft or a hard limit. */
    static Sample unlimited() {
        Limits limits = new Limits(Limits.UNLIMITED, Limits.UNLIMITED);
        Reading now = reading(950, limits, SCANNED);
        return new Sample(now, scan(now, table(), true), new Trend(-1, -1), 0.01, "tables");
    }

    /** The tables of sockets could not be read. */
    static Sample withoutSocketStates() {
        Reading now = reading(940, new Limits(1000, 4096), SCANNED);
        return new Sample(now, scan(now, table(), false), Trend.UNKNOWN, 0.01, "tables");
    }

    private static Reading reading(long open, Limits limits, long epochMillis) {
        return new Reading(epochMillis, System.nanoTime(), open, limits, SYSTEM, SOCKETS);
    }

    private static Scan scan(Reading reading, DescriptorTable table, boolean socketsTold) {
        return new Scan(reading, table, Census.of(table), true, socketsTold, 9, 1, 12_345_678, 7);
    }

    private static DescriptorTable table() {
        TableUpdate update = DescriptorTable.empty(SCANNED - 60_000).update();
        update.present(0, DescriptorKind.DEVICE, 4, SCANNED - 60_000);
        update.present(1, DescriptorKind.REGULAR_FILE, 11, SCANNED - 60_000);
        update.present(2, DescriptorKind.DELETED_FILE, 12, SCANNED - 60_000);
        update.present(3, DescriptorKind.PIPE, 13, SCANNED - 60_000);
        update.present(5, DescriptorKind.EVENTPOLL, 14, SCANNED - 60_000);
        socket(update, 6, Protocol.TCP6, SocketState.ESTABLISHED);
        socket(update, 7, Protocol.TCP6, SocketState.CLOSE_WAIT);
        socket(update, 8, Protocol.UNKNOWN, SocketState.UNIDENTIFIED);
        socket(update, 300, Protocol.UNKNOWN, SocketState.UNIDENTIFIED);
        return update.build();
    }

    private static void socket(TableUpdate update, int fd, Protocol protocol, SocketState state) {
        update.present(fd, DescriptorKind.SOCKET, 5000 + fd, SCANNED - 5000);
        EndpointPair ends = new EndpointPair();
        if (!state.isUnidentified()) {
            ends.localLow = Endpoint.mapped(0x7f000001);
            ends.localPort = 8080;
            ends.remoteLow = Endpoint.mapped(0x0a000002);
            ends.remotePort = 40_000 + fd;
        }
        update.socket(fd, protocol, state, ends);
    }
}
