package io.fdscope.jfr.dump;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SpareDescriptors;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertLevel;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * What recording and dumping work with.
 *
 * @param latest the last sample
 * @param level how bad it is, as of that sample
 * @param verdict what is to stand beside a recording, in whole lines
 * @param reserve descriptors held back for this
 * @param own is told of descriptors that we hold
 * @param guard of the flight recorder
 * @param faults counts what could not be written
 * @param announcer says so once
 */
public record DumpSources(
        Supplier<Sample> latest,
        Supplier<AlertLevel> level,
        Supplier<String> verdict,
        SpareDescriptors reserve,
        OwnFiles own,
        RecorderGuard guard,
        Faults faults,
        Announcer announcer) {
    /** What the recorder needs: a chunk opened twice, the destination, and each finished chunk. */
    static final int ENOUGH = 16;

    /** Whether fewer descriptors are left than the recorder may need. */
    boolean isScarce() {
        long headroom = latest.get().reading().headroom();
        return headroom != Reading.UNKNOWN && headroom < ENOUGH;
    }

    /** @throws IOException with one line, where the recorder might abort the JVM if it is asked for anything now */
    void checkRecorderIsSafe() throws IOException {
        if (isScarce() && !guard.isInPlace()) {
            throw new IOException(
                    "with fewer than " + ENOUGH + " descriptors left, and jfrguard off or not possible, the"
                            + " flight recorder might abort this JVM");
        }
    }
}
