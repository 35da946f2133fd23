package io.fdscope.bench;

import io.fdscope.descriptor.Census;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One full scan where nothing has happened since the last one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/sun.nio.fs=ALL-UNNAMED"
        })
public class ScanBenchmark {
    @Param({"1000", "10000"})
    public int descriptors;

    @Param({"UNIDENTIFIED", "CONNECTED"})
    public HeldKind kind;

    /** Benchmarks leaves {@code ffm} out where there is none. */
    @Param({"tables", "jdk", "ffm"})
    public String probe;

    private HeldSockets held;
    private SteadyScan scan;

    @Setup
    public void open() throws IOException {
        held = HeldSockets.open(descriptors, kind);
        scan = new SteadyScan(probe);
    }

    @TearDown
    public void close() throws IOException {
        long faults = scan.faults();
        scan.close();
        held.close();
        if (faults > 0) {
            throw new IllegalStateException(faults + " faults while scanning");
        }
    }

    @Benchmark
    public Census scan() throws IOException {
        return scan.run();
    }
}
