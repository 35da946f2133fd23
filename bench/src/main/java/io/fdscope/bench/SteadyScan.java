package io.fdscope.bench;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.probe.DescriptorProbe;
import io.fdscope.probe.PackageOpener;
import io.fdscope.probe.ProbeChoice;
import io.fdscope.probe.ProbeResult;
import io.fdscope.probe.TablesProbe;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.procfs.SocketTables;
import io.fdscope.procfs.SpareDescriptors;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Scan after scan of this process, as the sampler does it: the table of the last one goes into the next, and the result
 * is counted. Holds the files that a watched process holds, so that the scan has those to tell apart as well. The
 * packages of {@code java.base} must be open.
 */
final class SteadyScan implements AutoCloseable {
    static final Path PROC = Path.of("/proc");
    static final Path FD_FOLDER = PROC.resolve("self/fd");
    private static final int RESERVE = 16;

    private final Faults faults = new Faults();
    private final OwnFiles own = new OwnFiles();
    private final TableSize tableSize = new TableSize(PROC.resolve("self"), own);
    private final OpenCount count = OpenCount.bySize(FD_FOLDER);
    private final ProcessFigures figures = new ProcessFigures(PROC, count, own, faults);
    private final SpareDescriptors spare = new SpareDescriptors(PROC, RESERVE, own);
    private final DescriptorProbe probe;
    private DescriptorTable table = DescriptorTable.empty(System.currentTimeMillis());

    /** @throws IllegalArgumentException if this JVM has no such probe */
    SteadyScan(String probeName) throws IOException {
        PackageOpener opened = (packageName, to) -> {}; // by the manifest; unlike NONE, it tells what else is missing
        DescriptorLinks links = new DescriptorLinks(FD_FOLDER);
        List<String> natives = probeName.equals("tables") ? List.of() : List.of(probeName);
        probe = new ProbeChoice(opened, natives)
                .make(
                        links,
                        count,
                        tableSize,
                        own,
                        () -> new TablesProbe(
                                links, new SocketTables(PROC.resolve("self/net"), own), count, tableSize, own),
                        faults,
                        new Announcer(System.err::println));
        spare.topUp(RESERVE * 4L);
        probe.hostIsReady();
        run(); // Some probes change to a better one only now.
        if (!probe.name().equals(probeName)) {
            close();
            throw new IllegalArgumentException(
                    "Java " + Runtime.version() + " has no probe " + probeName + " here, or java.base is shut");
        }
    }

    /** One scan. */
    Census run() throws IOException {
        ProbeResult result = probe.scan(table, System.currentTimeMillis());
        table = result.table();
        return Census.of(table);
    }

    /** Own failures so far; any makes the figures worthless. */
    long faults() {
        return faults.count();
    }

    @Override
    public void close() {
        spare.close();
        figures.close();
        probe.close();
        tableSize.close();
    }
}
