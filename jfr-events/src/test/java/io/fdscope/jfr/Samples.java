package io.fdscope.jfr;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
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

/** Samples made by hand. */
final class Samples {
    static final long STARTED = 1_700_000_000_000L;
    static final long NOW = STARTED + 60_000;
    static final SocketFigures SOCKETS = new SocketFigures(290, 5, 1, 2, 30, 3, 4, 7, 6, 20, 8, 9);

    private Samples() {}

    static Sample of(Reading reading, Scan scan, Trend trend) {
        return new Sample(reading, scan, trend, 0.01, "tables");
    }

    static Reading reading(long open, Limits limits) {
        return new Reading(NOW, System.nanoTime(), open, limits, new SystemFiles(1184, 500_000), SOCKETS);
    }

    static Scan scan(Reading reading, DescriptorTable table, boolean socketsTold) {
        return new Scan(reading, table, Census.of(table), true, socketsTold, 5, 0, 1000, 1);
    }

    /** A sample of so many unidentified sockets, numbered from 100, with inodes from 5000. */
    static Sample unidentified(int count) {
        TableUpdate update = DescriptorTable.empty(STARTED).update();
        for (int i = 0; i < count; i++) {
            socket(update, 100 + i, SocketState.UNIDENTIFIED);
        }
        Reading reading = reading(count, new Limits(20_000, 20_000));
        return of(reading, scan(reading, update.build(), true), Trend.UNKNOWN);
    }

    /** The same, of a probe that completes its rows. */
    static Sample completedBy(Sample sample, RowDetails details) {
        Scan scan = sample.scan();
        Scan complete = new Scan(
                scan.reading(), scan.table(), scan.census(), true, true, 5, 0, 1000, 1, Reading.UNKNOWN, details);
        return of(sample.reading(), complete, sample.trend());
    }

    /** One socket in each state there is, numbered from 0. */
    static DescriptorTable oneSocketInEachState() {
        TableUpdate update = DescriptorTable.empty(STARTED).update();
        int fd = 0;
        for (SocketState state : SocketState.values()) {
            socket(update, fd++, state);
        }
        return update.build();
    }

    /** One descriptor of each kind there is, numbered from 0. */
    static DescriptorTable oneOfEachKind() {
        TableUpdate update = DescriptorTable.empty(STARTED).update();
        int fd = 0;
        for (DescriptorKind kind : DescriptorKind.values()) {
            update.present(fd++, kind, fd, STARTED);
        }
        return update.build();
    }

    private static void socket(TableUpdate update, int fd, SocketState state) {
        update.present(fd, DescriptorKind.SOCKET, 4900 + fd, STARTED + 15_000);
        update.socket(fd, Protocol.UNKNOWN, state, new EndpointPair());
    }
}
