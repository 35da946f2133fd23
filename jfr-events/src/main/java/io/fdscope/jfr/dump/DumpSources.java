package io.fdscope.jfr.dump;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.SpareDescriptors;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertLevel;
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
        Announcer announcer) {}
