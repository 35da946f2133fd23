package io.fdscope.examples.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Follows orders, one a line: {@code serve}, {@code letgo}, {@code dump FILE}. When the input ends, whoever started the
 * service is gone, and so is the service: at once, and without its black box file.
 */
final class ServiceOrders {
    /** System property: what to remove at the end, should nobody else be there to do it. */
    static final String RECORDER_FOLDER = "service.recorderFolder";

    /** The service ends after this time, whatever happens. */
    static final Duration LIFETIME = Duration.ofMinutes(3);

    private final LeakingService service;
    private final LoopbackManagement management;
    private final Path blackBox;
    private final RecorderFolder recorderFolder;

    ServiceOrders(LeakingService service, LoopbackManagement management) {
        this.service = service;
        this.management = management;
        // The service is an application like any other: it has no class of fdscope's, only its documented file.
        blackBox = Path.of(
                System.getProperty("java.io.tmpdir"),
                "fdscope_" + System.getProperty("user.name"),
                Long.toString(ProcessHandle.current().pid()));
        recorderFolder = RecorderFolder.at(Path.of(System.getProperty(RECORDER_FOLDER)));
    }

    void follow(InputStream orders) throws IOException {
        Thread clock = new Thread(this::endLater, "lifetime");
        clock.setDaemon(true);
        clock.start();
        ServiceAnswer.READY.say(management.address());
        BufferedReader lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8));
        for (String order = lines.readLine(); order != null; order = lines.readLine()) {
            follow(order);
        }
        end();
    }

    private void follow(String order) {
        try {
            if (order.equals("serve")) {
                management.admitNoMore();
                service.serve();
            } else if (order.equals("letgo")) {
                service.letGo();
                ServiceAnswer.LET_GO.say("");
            } else if (order.startsWith("dump ")) {
                dump(Path.of(order.substring("dump ".length())));
                ServiceAnswer.DUMPED.say("");
            }
        } catch (IOException | RuntimeException e) {
            ServiceAnswer.FAILED.say(order + ": " + e);
        }
    }

    private static void dump(Path file) throws IOException {
        for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
            recording.dump(file);
        }
    }

    private void endLater() {
        try {
            Thread.sleep(LIFETIME.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    /** Halts: exit hooks may want a descriptor, and there may be none. */
    private void end() {
        try {
            Files.deleteIfExists(blackBox);
        } catch (IOException e) {
            // Whoever started us removes it, too.
        }
        recorderFolder.remove();
        Runtime.getRuntime().halt(0);
    }
}
