package io.fdscope.process;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.probe.DescriptorProbe;
import io.fdscope.probe.NoProbe;
import io.fdscope.probe.ProbeChoice;
import io.fdscope.probe.TablesProbe;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.DescriptorsUnreadableException;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.procfs.SocketTables;
import io.fdscope.procfs.SpareDescriptors;
import io.fdscope.procfs.TableSize;
import io.fdscope.procfs.ThreadTime;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Opens all that is needed to watch this process, once and for good, so that watching goes on when no descriptor is
 * left. What this machine lacks is said once; the rest works.
 */
public final class WatchedProcess implements AutoCloseable {
    private final OwnFiles own = new OwnFiles();
    private final FirstSocket firstSocket;
    private final TableSize tableSize;
    private final SpareDescriptors spare;
    private final ProcessFigures figures;
    private final DescriptorProbe probe;
    private final ThreadTime threadTime;
    private final Sampler sampler;

    /**
     * @param procRoot {@code /proc}
     * @param reserve descriptors to hold back for emergencies, 0 or more
     * @param periods how often to look
     */
    public WatchedProcess(Path procRoot, int reserve, SamplerPeriods periods, Faults faults, Announcer announcer) {
        this(procRoot, reserve, periods, faults, announcer, ProbeChoice.TABLES);
    }

    /**
     * With a native probe, where there is one.
     *
     * @param natives which to take; good for {@code /proc} itself only
     */
    public WatchedProcess(
            Path procRoot,
            int reserve,
            SamplerPeriods periods,
            Faults faults,
            Announcer announcer,
            ProbeChoice natives) {
        Path fdFolder = procRoot.resolve("self/fd");
        firstSocket = new FirstSocket(procRoot, faults);
        tableSize = new TableSize(procRoot.resolve("self"), own);
        figures = new ProcessFigures(procRoot, OpenCount.choose(fdFolder, tableSize), own, faults);
        probe = chooseProbe(procRoot, firstSocket.hasRoom() ? natives : natives.withoutRoom(), faults, announcer);
        spare = new SpareDescriptors(procRoot, reserve, own);
        threadTime = new ThreadTime(procRoot, own);
        sampler = new Sampler(figures, probe, periods, faults, threadTime);
        sampler.addSink(sample -> firstSocket.closeIfRoom());
        sampler.addSink(sample -> spare.topUp(sample.reading().headroom()));
        announceMissing(announcer);
    }

    /**
     * Allows the first socket of the JVM, which prevents harm at exhaustion, see {@link FirstSocket}. It also fixes the
     * JVM's network settings, as a native probe may, so both wait until the application has made its own.
     */
    public void allowFirstSocket() {
        firstSocket.allow();
        probe.hostIsReady();
    }

    /** What samples this process. */
    public Sampler sampler() {
        return sampler;
    }

    /** Our own descriptors; whoever opens one for long says so here. */
    public OwnFiles ownFiles() {
        return own;
    }

    /** Whether a handful of descriptors can be opened now; true where that cannot be told. */
    public boolean hasRoom() {
        return firstSocket.hasRoom();
    }

    /** The descriptors held back. */
    public SpareDescriptors spare() {
        return spare;
    }

    private DescriptorProbe chooseProbe(Path procRoot, ProbeChoice natives, Faults faults, Announcer announcer) {
        Path fdFolder = procRoot.resolve("self/fd");
        if (!fdFolder.toFile().isDirectory()) {
            announcer.sayOnce(fdFolder + " does not exist (not Linux?): descriptors stay unknown");
            return new NoProbe();
        }
        DescriptorLinks links = new DescriptorLinks(fdFolder);
        try {
            links.read(0);
        } catch (DescriptorsUnreadableException e) {
            announcer.sayOnce("cannot look into " + fdFolder + " (" + e.getMessage()
                    + "): kinds and states of descriptors stay unknown");
            return new NoProbe();
        }
        OpenCount count = OpenCount.bySize(fdFolder);
        Supplier<DescriptorProbe> tables =
                () -> new TablesProbe(links, tables(procRoot, announcer), count, tableSize, own);
        return natives.make(links, count, tableSize, own, tables, faults, announcer);
    }

    private SocketTables tables(Path procRoot, Announcer announcer) {
        SocketTables tables = new SocketTables(procRoot.resolve("self/net"), own);
        announceUnreadable(procRoot, tables, announcer);
        return tables;
    }

    private static void announceUnreadable(Path procRoot, SocketTables tables, Announcer announcer) {
        if (!tables.anyReadable()) {
            announcer.sayOnce("cannot read the tables under " + procRoot.resolve("self/net")
                    + ": states of sockets stay unknown");
            return;
        }
        for (String table : tables.unreadable()) {
            announcer.sayOnce("cannot read " + table + ": how many sockets are unidentified stays unknown");
        }
    }

    private void announceMissing(Announcer announcer) {
        for (String file : figures.missing()) {
            announcer.sayOnce("cannot read " + file + ": its figures stay unknown");
        }
    }

    /** Gives up all that is held open; a sample taken afterwards knows nothing any more. */
    @Override
    public void close() {
        spare.close();
        probe.close();
        figures.close();
        threadTime.close();
        tableSize.close();
    }
}
