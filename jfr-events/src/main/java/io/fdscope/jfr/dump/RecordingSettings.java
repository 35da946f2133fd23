package io.fdscope.jfr.dump;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;

/**
 * Settings of a recording, by their name.
 *
 * @param name {@code on} for ours, a file, or the name of settings that come with the JDK
 */
record RecordingSettings(String name) {
    static final RecordingSettings OWN = new RecordingSettings("on");

    private static final String ENDING = ".jfc";
    private static final Path OF_THE_JDK = Path.of(System.getProperty("java.home"), "lib", "jfr");

    /**
     * Reads them.
     *
     * @throws IOException if there are none, or they cannot be read now
     */
    Configuration read() throws IOException {
        try {
            return name.equalsIgnoreCase(OWN.name) ? own() : Configuration.create(file());
        } catch (ParseException | IOException | RuntimeException e) {
            throw new IOException("no settings for a recording in '" + name + "': " + e.getMessage(), e);
        }
    }

    /**
     * By {@link Configuration#getConfiguration} the JDK would list its own once for the life of the JVM; with no descriptor
     * left that list is empty, and {@code jcmd JFR.start settings=profile} fails from then on.
     */
    private Path file() throws IOException {
        Path given = Path.of(name);
        if (Files.isRegularFile(given)) {
            return given;
        }
        Path known = OF_THE_JDK.resolve(name.endsWith(ENDING) ? name : name + ENDING);
        if (!Files.isRegularFile(known)) {
            throw new NoSuchFileException("neither a file, nor among those of the JDK");
        }
        return known;
    }

    private static Configuration own() throws IOException, ParseException {
        try (Reader reader = new InputStreamReader(
                RecordingSettings.class.getResourceAsStream("/fdscope.jfc"), StandardCharsets.UTF_8)) {
            return Configuration.create(reader);
        }
    }
}
