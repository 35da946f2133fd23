import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What one count of the open descriptors costs by probing, as before Linux 6.2, against the size of
 * {@code /proc/self/fd}: side by side on the running kernel, in alternating rounds, median and range of the rounds. Times
 * are of this thread's CPU, so that a busy machine disturbs them less.
 *
 * <pre>
 * mvn -q -pl core compile
 * java -cp core/target/classes bench/OpenCountCost.java 1000 10000
 * </pre>
 */
final class OpenCountCost {
    private static final int ROUNDS = 9;
    /** Looking at the clock costs as much as a count by size does. */
    private static final int READS_A_LOOK = 10;

    private static final long ROUND_NANOS = 300_000_000;
    private static final long WARM_UP_NANOS = 1_000_000_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final TableSize tableSize = new TableSize(Path.of("/proc/self"), new OwnFiles());
    private final OpenCount bySize = OpenCount.bySize(Path.of("/proc/self/fd"));
    private final OpenCount byProbing = OpenCount.byProbing(Path.of("/proc/self/fd"), tableSize);
    private final Deque<FileInputStream> open = new ArrayDeque<>();

    public static void main(String[] args) throws IOException {
        System.out.printf("Linux %s, Java %s%n", System.getProperty("os.version"), System.getProperty("java.version"));
        OpenCountCost cost = new OpenCountCost();
        for (String descriptors : args) {
            cost.measure(Integer.parseInt(descriptors));
        }
    }

    private void measure(int descriptors) throws IOException {
        for (long missing = descriptors - byProbing.read(); missing > 0; missing--) {
            open.push(new FileInputStream("/dev/null"));
        }
        microsPerRead(bySize, WARM_UP_NANOS);
        microsPerRead(byProbing, WARM_UP_NANOS);
        double[] size = new double[ROUNDS];
        double[] probing = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            size[round] = microsPerRead(bySize, ROUND_NANOS);
            probing[round] = microsPerRead(byProbing, ROUND_NANOS);
            ratio[round] = probing[round] / size[round];
        }
        System.out.printf(
                "open %d (by size %d), table of %d numbers%n", byProbing.read(), bySize.read(), tableSize.read());
        System.out.println("  by size    " + spread(size) + " us, " + bytesPerRead(bySize) + " bytes of garbage");
        System.out.println("  by probing " + spread(probing) + " us, " + bytesPerRead(byProbing) + " bytes of garbage");
        System.out.println("  ratio      " + spread(ratio));
    }

    private static double microsPerRead(OpenCount count, long nanos) {
        long start = THREADS.getCurrentThreadCpuTime();
        long reads = 0;
        long spent = 0;
        while (spent < nanos) {
            for (int i = 0; i < READS_A_LOOK; i++) {
                count.read();
            }
            reads += READS_A_LOOK;
            spent = THREADS.getCurrentThreadCpuTime() - start;
        }
        return spent / 1e3 / reads;
    }

    private static long bytesPerRead(OpenCount count) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < READS_A_LOOK; i++) {
            count.read();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / READS_A_LOOK;
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return "%,.1f (%,.1f to %,.1f)".formatted(sorted[ROUNDS / 2], sorted[0], sorted[ROUNDS - 1]);
    }
}
