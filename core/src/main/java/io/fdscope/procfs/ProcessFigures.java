package io.fdscope.procfs;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes the cheap {@link Reading}: each figure by itself, so that one that fails costs only that one. */
public final class ProcessFigures implements AutoCloseable {
    private final Faults faults;
    private final OpenCount openCount;
    private final KernelFile limits;
    private final KernelFile fileNr;
    private final KernelFile sockstat;
    private final KernelFile sockstat6;
    private final KernelLines lines = new KernelLines();

    /**
     * @param procRoot {@code /proc}, or a copy of one
     * @param openCount how to count, see {@link OpenCount#choose}
     */
    public ProcessFigures(Path procRoot, OpenCount openCount, OwnFiles own, Faults faults) {
        this.faults = faults;
        this.openCount = openCount;
        limits = new KernelFile(procRoot.resolve("self/limits"), own);
        fileNr = new KernelFile(procRoot.resolve("sys/fs/file-nr"), own);
        sockstat = new KernelFile(procRoot.resolve("self/net/sockstat"), own);
        sockstat6 = new KernelFile(procRoot.resolve("self/net/sockstat6"), own);
    }

    /** Reads all of it now. Never throws: what cannot be read is unknown, and counted as a fault if it failed. */
    public Reading read() {
        long epochMillis = System.currentTimeMillis();
        long nanoTime = System.nanoTime();
        return new Reading(
                epochMillis, nanoTime, openCount.read(), readLimits(), readSystemFiles(), readSocketFigures());
    }

    /** Says how many descriptors a scan has met, so that the next reading need not count them again. */
    public void observed(long count) {
        openCount.observed(count);
    }

    /** The files that this machine lacks, or does not let us read. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (KernelFile file : List.of(limits, fileNr, sockstat)) {
            if (!file.isReadable()) {
                missing.add(file.toString());
            }
        }
        return missing;
    }

    private Limits readLimits() {
        try {
            return lines.open(limits) ? Limits.parse(lines) : Limits.UNKNOWN;
        } catch (IOException e) {
            faults.record(Edge.SAMPLING, e);
            return Limits.UNKNOWN;
        }
    }

    private SystemFiles readSystemFiles() {
        try {
            return lines.open(fileNr) ? SystemFiles.parse(lines) : SystemFiles.UNKNOWN;
        } catch (IOException e) {
            faults.record(Edge.SAMPLING, e);
            return SystemFiles.UNKNOWN;
        }
    }

    private SocketFigures readSocketFigures() {
        SocketFigures.Parser parser = new SocketFigures.Parser();
        for (KernelFile file : new KernelFile[] {sockstat, sockstat6}) {
            try {
                if (lines.open(file)) {
                    parser.parse(lines);
                }
            } catch (IOException e) {
                faults.record(Edge.SAMPLING, e);
            }
        }
        return parser.figures();
    }

    @Override
    public void close() {
        for (KernelFile file : List.of(limits, fileNr, sockstat, sockstat6)) {
            file.close();
        }
    }
}
