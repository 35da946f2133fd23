package io.fdscope.procfs;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The size of the kernel's descriptor table of this process: no number at or above it is open. It grows in powers of two
 * and never shrinks. From {@code /proc/self/status}:
 *
 * <pre>
 * FDSize:	256
 * </pre>
 */
public final class TableSize implements AutoCloseable {
    private final KernelFile status;
    private final KernelLines lines = new KernelLines();

    public TableSize(Path processFolder, OwnFiles own) {
        this.status = new KernelFile(processFolder.resolve("status"), own);
    }

    /** The size, or −1 where it cannot be read. */
    public long read() {
        try {
            if (lines.open(status)) {
                while (lines.next() && lines.terminated()) {
                    if (lines.skip("FDSize:")) {
                        return lines.decimal();
                    }
                }
            }
            return Reading.UNKNOWN;
        } catch (IOException e) {
            return Reading.UNKNOWN;
        }
    }

    @Override
    public void close() {
        status.close();
    }
}
