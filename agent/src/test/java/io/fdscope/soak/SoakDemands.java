package io.fdscope.soak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** What is demanded of the flight recorder at exhaustion, in turn; how often it was granted and refused. */
final class SoakDemands {
    private final Path folder;
    private final List<Demand> demands;
    private int made;

    SoakDemands(Path folder) {
        this.folder = folder;
        demands = List.of(
                new Demand(
                        "snapshots",
                        () -> FlightRecorder.getFlightRecorder().takeSnapshot().close()),
                new Demand("dumps in code", this::dump),
                new Demand("dumps by JMX", this::dumpByBean),
                new Demand("starts and stops", SoakDemands::startAndStop));
    }

    /** All of them once. */
    void each() {
        demands.forEach(Demand::make);
    }

    void next() {
        demands.get(made++ % demands.size()).make();
    }

    private void dump() throws IOException {
        try (Recording all = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            Path file = folder.resolve("dump.jfr");
            Files.deleteIfExists(file);
            all.dump(file);
        }
    }

    private void dumpByBean() throws JMException {
        if (isManaged()) {
            String name = "round" + made + ".jfr";
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(bean(), "dumpRecording", new Object[] {name}, new String[] {String.class.getName()});
        }
    }

    private static void startAndStop() {
        try (Recording other = new Recording()) {
            other.setToDisk(true);
            other.start();
            other.stop();
        }
    }

    static boolean isManaged() {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(bean());
    }

    private static ObjectName bean() {
        try {
            return new ObjectName("io.fdscope:type=FileDescriptors");
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        List<String> each = new ArrayList<>();
        demands.forEach(demand -> each.add(demand.toString()));
        return String.join(", ", each);
    }

    /** What may throw whatever the flight recorder throws. */
    private interface Step {
        void run() throws IOException, JMException;
    }

    private static final class Demand {
        private final String name;
        private final Step step;
        private int granted;
        private int refused;

        Demand(String name, Step step) {
            this.name = name;
            this.step = step;
        }

        /** With no descriptor left a class may not be found either, with and without fdscope. */
        void make() {
            try {
                step.run();
                granted++;
            } catch (IOException | JMException | RuntimeException | LinkageError e) {
                refused++;
            }
        }

        @Override
        public String toString() {
            return name + " " + granted + " granted " + refused + " refused";
        }
    }
}
