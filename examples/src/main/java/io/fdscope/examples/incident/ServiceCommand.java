package io.fdscope.examples.incident;

import java.io.File;
import java.util.List;

/**
 * The command line of the service.
 *
 * @param agentJar fdscope
 * @param examplesJar our classes; its libraries are in the folder {@code lib} next to it
 * @param recorderFolder for its flight recorder
 * @param settings how far and how fast it falls
 */
record ServiceCommand(File agentJar, File examplesJar, RecorderFolder recorderFolder, DemoSettings settings) {
    /** The agent's argument. */
    static final String AGENT_OPTIONS = "scan=1s,budget=50%,suspectAge=2s";

    /**
     * A shell bounds the limit for good (the JVM would raise a soft one to the hard one) and shields the service from
     * Ctrl-C, which a terminal sends to all: the demo ends it, in order. Then it becomes the JVM. Where the limit is lower
     * already, that one holds.
     */
    private static final String BOUND = "trap '' INT HUP; ulimit -n \"$1\" 2>/dev/null; shift; exec \"$@\"";

    List<String> words() {
        return List.of(
                "/bin/sh",
                "-c",
                BOUND,
                "sh",
                Integer.toString(settings.limit()),
                System.getProperty("java.home") + "/bin/java",
                // A failed connection leaves about 60 KB of garbage: 4,096 of them fit without a collection. Neither
                // may loading classes bring one about.
                "-Xms1g",
                "-Xmx1g",
                "-Xmn800m",
                "-XX:MetaspaceSize=256m",
                // In memory: a recording on disk would abort the JVM when a file cannot be opened. Suspects are
                // written each minute otherwise, and by then all is over.
                "-XX:StartFlightRecording=disk=false,name=fdscope-demo,+io.fdscope.LeakSuspect#period=20s",
                "-XX:FlightRecorderOptions=repository=\"" + recorderFolder.path() + "\"",
                "-D" + ServiceOrders.RECORDER_FOLDER + "=" + recorderFolder.path(),
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-D" + LeakingService.PAUSE + "=" + settings.pauseMillis(),
                "-javaagent:" + agentJar + "=" + AGENT_OPTIONS,
                "-cp",
                examplesJar + File.pathSeparator + new File(examplesJar.getParentFile(), "lib/*"),
                LeakingService.class.getName());
    }
}
