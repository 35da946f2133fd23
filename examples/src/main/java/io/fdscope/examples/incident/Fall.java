package io.fdscope.examples.incident;

import io.fdscope.examples.incident.Screen.Look;
import java.time.Duration;
import java.util.Optional;

/** The first act: the service serves until it fails for want of a descriptor. */
final class Fall {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration SCAN = Duration.ofSeconds(20);
    private static final long ROWS_LEFT_STANDING = 4;

    private final Stage stage;
    private final Screen screen;
    private long startMillis;
    private String forecast = "";
    private boolean named;

    Fall(Stage stage) {
        this.stage = stage;
        this.screen = stage.screen();
    }

    /** Shows each sample until then. */
    void show() throws DemoFailure, InterruptedException {
        screen.line(screen.as(Look.HEADING, LiveRow.heading()));
        stage.service().order("serve");
        startMillis = System.currentTimeMillis();
        Optional<String> failure = Optional.empty();
        for (int samples = 1; failure.isEmpty(); samples++) {
            LiveRow row = nextRow();
            stage.management().observe(); // Keeps the connection in use.
            failure = stage.service().awaitIfAny(ServiceAnswer.EXHAUSTED, Duration.ZERO);
            if (failure.isEmpty()) {
                show(samples, row);
            }
        }
        stage.blackBox().awaitNewScan(SCAN);
        screen.line(row().falling(screen));
        screen.line("");
        screen.line(screen.as(Look.ALARM, "No descriptor left.") + " The service says:");
        screen.line("  " + failure.get());
        screen.line(
                forecast + "Garbage collections so far: " + stage.management().collections());
    }

    private void show(int samples, LiveRow row) throws DemoFailure {
        if (row.elapsedSeconds() > LONGEST.toSeconds()) {
            throw new DemoFailure("the service still has descriptors after " + row.elapsedSeconds() + " s: "
                    + row.figures().get("openCount") + " open of "
                    + row.figures().get("softLimit"));
        }
        if (samples % ROWS_LEFT_STANDING == 0) {
            screen.line(row.falling(screen));
        } else {
            screen.passingLine(row.falling(screen));
        }
        noteForecast(row);
        noteSuspect(row);
    }

    private void noteForecast(LiveRow row) {
        long fullAt = row.fullAtSeconds();
        if (forecast.isEmpty() && fullAt >= 0) {
            forecast = "Forecast at " + row.elapsedSeconds() + " s: full at " + fullAt + " s. ";
        }
    }

    private void noteSuspect(LiveRow row) {
        Optional<String> site = stage.blackBox().suspectSite();
        if (!named && site.isPresent()) {
            named = true;
            String line = site.get().replaceFirst(".*\\((.*)\\)", "$1");
            screen.line("%9s  ".formatted(row.elapsedSeconds() + " s")
                    + screen.as(Look.WARNING, "fdscope names the line: " + line));
        }
    }

    /** The next sample. */
    LiveRow nextRow() throws DemoFailure, InterruptedException {
        stage.service().awaitIfAny(ServiceAnswer.EXHAUSTED, Duration.ZERO); // Says so if the service is gone.
        stage.blackBox().awaitNewReading(READING);
        return row();
    }

    /** The latest sample. */
    LiveRow row() {
        return new LiveRow(startMillis, stage.blackBox().figures());
    }
}
