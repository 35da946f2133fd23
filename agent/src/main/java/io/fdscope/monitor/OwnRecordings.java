package io.fdscope.monitor;

import io.fdscope.fault.Announcer;
import io.fdscope.guard.JfrGuard;
import io.fdscope.jfr.FlightRecorderEvents;
import io.fdscope.jfr.dump.DumpSources;
import io.fdscope.jfr.dump.RecorderGuard;
import io.fdscope.jfr.dump.Recordings;
import io.fdscope.leak.LeakSources;
import io.fdscope.option.Options;
import io.fdscope.process.WatchedProcess;
import io.fdscope.threshold.AlertMonitor;
import java.io.RandomAccessFile;
import java.util.Optional;

/** What the options {@code record} and {@code dump} ask for. A class of its own, because a JVM may lack the recorder. */
final class OwnRecordings {
    private OwnRecordings() {}

    /** Whether they ask for anything, and this JVM has it; says so where not. */
    static boolean areWanted(Options options, Announcer announcer) {
        if (options.record().isEmpty() && options.dump().isEmpty()) {
            return false;
        }
        boolean possible = FlightRecorderEvents.arePossible();
        if (!possible) {
            announcer.sayOnce("options record and dump: this JVM has no flight recorder");
        }
        return possible;
    }

    /** Starts them. Never throws. */
    static void start(Settings settings, Recordings recordings) {
        Options options = settings.current();
        options.record().ifPresent(recordings::record);
        options.dump()
                .ifPresent(folder ->
                        recordings.dumpTo(folder, () -> settings.current().dumpEvery()));
    }

    static DumpSources sources(
            WatchedProcess process, AlertMonitor alerts, LeakSources leaks, JfrGuard guard, Complaints complaints) {
        return new DumpSources(
                process.sampler()::latest,
                alerts::level,
                () -> leaks.words().apply(leaks.verdicts().fresh()),
                process.spare(),
                process.ownFiles(),
                guarded(guard),
                complaints.faults(),
                complaints.announcer());
    }

    private static RecorderGuard guarded(JfrGuard guard) {
        return new RecorderGuard() {
            @Override
            public boolean isInPlace() {
                return guard.isInPlace();
            }

            @Override
            public Optional<RandomAccessFile> lastChunk() {
                return guard.lastChunk();
            }
        };
    }
}
