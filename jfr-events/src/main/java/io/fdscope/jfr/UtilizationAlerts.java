package io.fdscope.jfr;

import io.fdscope.procfs.Reading;
import io.fdscope.threshold.Alert;
import java.util.function.Consumer;

/** Writes an event for each change of level. Called on the sampling thread. */
final class UtilizationAlerts implements Consumer<Alert> {
    private final JfrEdge edge;

    UtilizationAlerts(JfrEdge edge) {
        this.edge = edge;
    }

    @Override
    public void accept(Alert alert) {
        edge.run(() -> write(alert));
    }

    private static void write(Alert alert) {
        UtilizationAlertEvent event = new UtilizationAlertEvent();
        if (event.isEnabled()) {
            Reading reading = alert.sample().reading();
            event.level = alert.level().label();
            event.openCount = SampleFigures.count(reading.openCount());
            event.softLimit = SampleFigures.count(reading.limits().soft());
            event.commit();
        }
    }
}
