package io.fdscope.jmc.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** A recording that JMC may load or not. */
final class Damaged {
    private Damaged() {}

    /** What JMC makes of it; empty where that is nothing. Its reader throws anything. */
    static Optional<IItemCollection> load(Path recording) {
        try {
            return Optional.of(JfrLoaderToolkit.loadEvents(recording.toFile()));
        } catch (IOException | CouldNotLoadRecordingException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
