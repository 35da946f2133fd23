package io.fdscope.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.lang.management.ManagementFactory;

/** A way of telling how many descriptors are open. */
public enum CountWay {
    /** The size of {@code /proc/self/fd}: fdscope since Linux 6.2. */
    SIZE,
    /** A look at every number: fdscope on older kernels. */
    PROBING,
    /** {@code UnixOperatingSystemMXBean.getOpenFileDescriptorCount()}. */
    MXBEAN;

    OpenCount make() {
        return switch (this) {
            case SIZE -> OpenCount.bySize(SteadyScan.FD_FOLDER);
            case PROBING ->
                OpenCount.byProbing(
                        SteadyScan.FD_FOLDER, new TableSize(SteadyScan.PROC.resolve("self"), new OwnFiles()));
            case MXBEAN ->
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getOpenFileDescriptorCount;
        };
    }
}
