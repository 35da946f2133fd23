package io.fdscope.meter;

import io.micrometer.core.instrument.binder.BaseUnits;

/** What is published, in words. */
enum MeterText {
    HARD_LIMIT("process.files.limit.hard", BaseUnits.FILES, "How far the process may raise its limit on descriptors"),
    HEADROOM("process.files.headroom", BaseUnits.FILES, "Descriptors that are left until the limit in force"),
    KIND("process.files.kind", BaseUnits.FILES, "Open descriptors of one kind, as of the last scan"),
    UNIDENTIFIED(
            "process.sockets.unidentified",
            MeterText.SOCKETS,
            "Sockets in none of the kernel's tables, as of the last scan: created but never connected, or long over"),
    HELD_AFTER_CLOSE(
            "process.sockets.held.after.close",
            MeterText.SOCKETS,
            "Sockets that Java has closed and whose descriptor is still held"),
    STATE("process.sockets.state", MeterText.SOCKETS, "Sockets of one protocol and state, as of the last scan"),
    SECONDS_TO_EXHAUSTION(
            "process.files.seconds.to.exhaustion",
            "seconds",
            "Time until no descriptor is left at the present pace; NaN while the open count does not grow");

    private static final String SOCKETS = "sockets";

    private final String meterName;
    private final String baseUnit;
    private final String description;

    MeterText(String meterName, String baseUnit, String description) {
        this.meterName = meterName;
        this.baseUnit = baseUnit;
        this.description = description;
    }

    /** In Micrometer's spelling, lower case with dots. */
    String meterName() {
        return meterName;
    }

    String baseUnit() {
        return baseUnit;
    }

    String description() {
        return description;
    }
}
