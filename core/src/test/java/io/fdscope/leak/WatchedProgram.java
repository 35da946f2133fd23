package io.fdscope.leak;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.RowDetails;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.FakeProbe;
import io.fdscope.origin.Ledger;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** A program with a ledger and a watch, whose scans come when the test says, and see what it says. */
final class WatchedProgram implements RowDetails {
    final Faults faults = new Faults();
    final Ledger ledger = new Ledger();
    private final Map<Integer, SocketState> sockets = new ConcurrentSkipListMap<>();
    private final Map<Integer, Long> inodes = new HashMap<>();
    private Protocol protocol = Protocol.TCP6;
    private long lastInode = 1000;
    final List<Integer> asked = new ArrayList<>();
    final LeakWatch watch;
    private final long startNanos = System.nanoTime();
    private final long startMillis = System.currentTimeMillis();
    private DescriptorTable table = DescriptorTable.empty(startMillis);
    private Cause hint = Cause.UNKNOWN;
    private Runnable askedToScan = () -> {};
    private long scans;

    /** The sampler passes nothing on: this program's scans come when the test says. */
    WatchedProgram() {
        ProcessFigures figures = new ProcessFigures(Path.of("/nowhere"), () -> 17, new OwnFiles(), faults);
        Sampler sampler = new Sampler(figures, new FakeProbe(), SamplerPeriods.DEFAULT, faults);
        sampler.addSink(sample -> askedToScan.run());
        watch = new LeakWatch(ledger, sampler, LeakThresholds.DEFAULT, faults);
        ledger.begin();
    }

    /** What the kernel hints at for every socket that it is asked about. */
    void hints(Cause cause) {
        hint = cause;
    }

    /** All its sockets are of this protocol. */
    void speaks(Protocol all) {
        protocol = all;
    }

    /** When the watch asks for a scan, there is one, so many seconds after the start and one later each time. */
    void onScan(int seconds) {
        int[] next = {seconds};
        askedToScan = () -> scanAt(next[0]++);
    }

    /** So many sockets in a row are in this state. */
    void are(int from, int count, SocketState state) {
        for (int fd = from; fd < from + count; fd++) {
            if (sockets.put(fd, state) == null) {
                inodes.put(fd, ++lastInode);
            }
        }
    }

    /** Closes so many in a row. */
    void close(int from, int count) {
        for (int fd = from; fd < from + count; fd++) {
            sockets.remove(fd);
            ledger.releasing(fd);
        }
    }

    /** A scan so many seconds after the start, and the verdict. */
    Verdict scanAt(int seconds) {
        Reading reading = new Reading(
                startMillis + TimeUnit.SECONDS.toMillis(seconds),
                startNanos + TimeUnit.SECONDS.toNanos(seconds),
                sockets.size(),
                new Limits(4096, 4096),
                SystemFiles.UNKNOWN,
                SocketFigures.UNKNOWN);
        table = look(reading.epochMillis());
        Scan scan = new Scan(reading, table, Census.of(table), true, true, 0, 0, 1, ++scans, 0, this);
        watch.accept(new Sample(reading, scan, Trend.UNKNOWN, 0, "fake"));
        return watch.latest();
    }

    private DescriptorTable look(long epochMillis) {
        TableUpdate update = table.update();
        for (int fd = 0; fd < update.end(); fd++) {
            if (!sockets.containsKey(fd)) {
                update.absent(fd);
            }
        }
        sockets.forEach((fd, state) -> {
            update.present(fd, DescriptorKind.SOCKET, inodes.get(fd), epochMillis);
            update.socket(fd, protocol, state, new EndpointPair());
        });
        return update.build();
    }

    @Override
    public Optional<Descriptor> of(Descriptor row) {
        asked.add(row.fd());
        return Optional.of(row.with(row.state(), new EndpointPair(), hint));
    }
}
