package io.fdscope.load;

/** The same for a minute. */
class PollingSoak extends PollingLoadIT {
    @Override
    int seconds() {
        return 60;
    }

    @Override
    void report(Footprint cost) {
        System.out.printf(
                "load: %.0f s, fdscope's threads %.3f %% of a core, the process %.1f %%, heap %+d bytes, scans %d%n",
                cost.seconds(), cost.share() * 100, cost.processShare() * 100, cost.heapBytes(), cost.scans());
    }
}
