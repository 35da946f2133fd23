package io.fdscope.procfs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** How many descriptors the process has, found without needing a free one. */
@FunctionalInterface
public interface OpenCount {
    /** The count, or −1 where it cannot be told. */
    long read();

    /** Says what a scan has counted by the way; of use only where counting is costly. */
    default void observed(long count) {}

    /**
     * The size of {@code /proc/self/fd}, which is the count since Linux 6.2: one {@code stat(2)}, 2 to 3 µs at any size.
     * It includes the number that a thread blocked in {@code accept(2)} has reserved.
     */
    static OpenCount bySize(Path fdFolder) {
        File folder = fdFolder.toFile();
        return () -> {
            long size = folder.length();
            return size > 0 ? size : Reading.UNKNOWN;
        };
    }

    /**
     * For older kernels: looks at every number below the size of the process's descriptor table. Costs 3 to 5 µs a
     * number, and for one that is not open about 1 KB of garbage.
     */
    static OpenCount byProbing(Path fdFolder, TableSize tableSize) {
        return () -> {
            long end = tableSize.read();
            long count = 0;
            for (long fd = 0; fd < end; fd++) {
                if (Files.exists(fdFolder.resolve(Long.toString(fd)), LinkOption.NOFOLLOW_LINKS)) {
                    count++;
                }
            }
            return end > 0 ? count : Reading.UNKNOWN;
        };
    }

    /** The same count, taken anew so seldom that it costs about a hundredth of one core, but every ten seconds. */
    static OpenCount paced(OpenCount costly, LongSupplier nanoTime) {
        return new PacedCount(costly, nanoTime);
    }

    /** One that works on this kernel. */
    static OpenCount choose(Path fdFolder, TableSize tableSize) {
        return fdFolder.toFile().length() > 0
                ? bySize(fdFolder)
                : paced(byProbing(fdFolder, tableSize), System::nanoTime);
    }
}
