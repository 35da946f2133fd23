package io.fdscope.bench;

import io.fdscope.procfs.OpenCount;
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

/** One count of the open descriptors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CountBenchmark {
    @Param({"1000", "10000"})
    public int descriptors;

    @Param({"SIZE", "PROBING", "MXBEAN"})
    public CountWay way;

    private HeldSockets held;
    private OpenCount count;

    @Setup
    public void open() throws IOException {
        held = HeldSockets.open(descriptors, HeldKind.UNIDENTIFIED);
        count = way.make();
    }

    @TearDown
    public void close() throws IOException {
        held.close();
    }

    @Benchmark
    public long count() {
        return count.read();
    }
}
